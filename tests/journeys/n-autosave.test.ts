import { expect, type Page, test } from '@playwright/test'
import { consent, fill, step } from './support/fill.ts'
import { press, signIn } from './support/people.ts'

// A form that is saved by itself, and what is said when it cannot be. Without scripts there is nothing of it.
test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'needs scripts')
// One draft for all of them, of somebody who collects in no other journey with scripts.
test.describe.configure({ mode: 'serial' })
const WHO = 'fengtao'

const KEPT = /已自动保存 \d\d:\d\d/
const kept = (page: Page) => page.locator('[data-kept]')
const bar = (page: Page) => page.locator('[data-bar]')

/** Types and leaves the field, as the next press of Tab does. */
async function type(page: Page, name: string, text: string): Promise<void> {
  await fill(page, { [name]: text })
  await page.locator(`[name="${name}"]`).press('Tab')
}

test('(n) what was typed is stored without a button, right or wrong, and the button comes after it', async ({
  page,
  context,
}) => {
  await signIn(page, WHO)
  await consent(page)
  await step(page, 'scope', {
    applicantCategory: 'employed',
    hasQualification: 'no',
    collectionDivisionCode: '410103',
  })
  await page.goto('/collection/personal')
  await type(page, 'email', '自己保存，不是邮箱')
  await expect(kept(page)).toHaveText(KEPT)
  await expect(page.locator('[data-heard]')).toHaveText(KEPT)
  await page.close()

  const later = await context.newPage()
  await later.goto('/collection/personal')
  await expect(later.locator('#email')).toHaveValue('自己保存，不是邮箱')
  await expect(later.locator('[data-error-summary]')).toHaveCount(0)
  await type(later, 'email', 'journey-n@example.org')
  await expect(kept(later)).toHaveText(KEPT)
  await fill(later, { postalAddress: '示例路 26 号' })
  await later.locator('form[data-form="step-personal"] button[value="save"]').click()
  await expect(later.locator('[data-banner="saved"]')).toHaveCount(1)
  await later.goto('/collection/personal')
  await expect(later.locator('#email')).toHaveValue('journey-n@example.org')
  await expect(later.locator('#postalAddress')).toHaveValue('示例路 26 号')
})

test('(n) leaving the page at once loses nothing', async ({ page }) => {
  await signIn(page, WHO)
  await page.goto('/collection/personal')
  await page.locator('#postalAddress').press('End')
  await page.locator('#postalAddress').pressSequentially('，走得快')
  await page.goto('/contacts')
  await expect(async () => {
    await page.goto('/collection/personal')
    await expect(page.locator('#postalAddress')).toHaveValue(/走得快$/, { timeout: 500 })
  }).toPass()
})

test('(n) two pages of one browser: the second overwrites nothing by itself, and its button shows both', async ({
  page,
  context,
}) => {
  await signIn(page, WHO)
  const second = await context.newPage()
  await page.goto('/collection/personal')
  await second.goto('/collection/personal')
  await type(page, 'postalAddress', '第一页填的地址')
  await expect(kept(page)).toHaveText(KEPT)
  await type(second, 'postalAddress', '第二页填的地址')
  await expect(bar(second)).toContainText('这里已在别处修改，您刚才填的没有覆盖它')
  await second.locator('form[data-form="step-personal"] button[value="save"]').click()
  await expect(second.locator('[data-banner="conflict"]')).toHaveCount(1)
  await expect(second.locator('#postalAddress')).toHaveValue('第二页填的地址')
  await expect(second.locator('main')).toContainText('第一页填的地址')
  await press(second, 'step-personal')
  await page.goto('/collection/personal')
  await expect(page.locator('#postalAddress')).toHaveValue('第二页填的地址')
})

test('(n) a new entry is stored once and has its own address', async ({ page }) => {
  await signIn(page, WHO)
  await page.goto('/collection/remarks/new')
  await type(page, 'text', '旅程 n 的备注')
  await expect(kept(page)).toHaveText(KEPT)
  await expect(page).toHaveURL(/\/collection\/remarks\/[a-p]{24}$/)
  await page.reload()
  await expect(page.locator('#text')).toHaveValue('旅程 n 的备注')
  await press(page, 'item-remarks')
  await page.goto('/collection/remarks')
  const remove = page.locator('a[href$="/remove"]')
  await expect(remove).toHaveCount(1)
  await remove.click()
  await press(page, 'remove-remarks')
})

test('(n) without a line the page stays, and is saved when the line is there again', async ({
  page,
  context,
}) => {
  await signIn(page, WHO)
  await page.goto('/collection/personal')
  await context.setOffline(true)
  await expect(bar(page)).toContainText('网络已断开，内容保存在本页，恢复后自动保存')
  await type(page, 'postalAddress', '断网时填的地址')
  await press(page, 'step-personal')
  await expect(page.locator('[data-heard]')).toContainText('没有保存，内容还在本页')
  await expect(page.locator('#postalAddress')).toHaveValue('断网时填的地址')
  await context.setOffline(false)
  await expect(kept(page)).toHaveText(KEPT)
  await expect(bar(page)).toBeHidden()
  await page.goto('/collection/personal')
  await expect(page.locator('#postalAddress')).toHaveValue('断网时填的地址')
})

test('(n) five minutes before the end the session can be prolonged; after it the button still saves', async ({
  page,
}) => {
  await signIn(page, WHO)
  await page.clock.install()
  await page.goto('/collection/personal')
  await expect(bar(page)).toBeHidden()
  await page.clock.fastForward('26:00')
  await expect(bar(page)).toContainText(/还有 [34] 分钟/)
  await page.locator('[data-stay]').click()
  await expect(bar(page)).toBeHidden()
  await page.clock.fastForward('31:00')
  await expect(bar(page)).toContainText('登录已到期，内容还在本页')
  await fill(page, { postalAddress: '到期以后保存的地址' })
  await page.locator('form[data-form="step-personal"] button[value="save"]').click()
  await expect(page.locator('[data-banner="saved"]')).toHaveCount(1)
})
