import { expect, test } from '@playwright/test'
import { fill, submit } from './support/fill.ts'
import { another, press, signIn } from './support/people.ts'
import { approve, claim, openApplication } from './support/review.ts'

test('(d) a change of county goes to the new county’s office; the record stays until it is approved', async ({
  page,
  browser,
  javaScriptEnabled,
}) => {
  test.setTimeout(120_000)
  const scripts = javaScriptEnabled !== false
  await signIn(page, 'chenjing')
  await expect(page.locator('[data-banner="collected"]')).toHaveCount(1)
  await page.goto('/record/change')
  await press(page, 'change')
  await expect(page).toHaveTitle(/^错误：/)
  await page.check('[name="parts"][value="scope"]')
  await press(page, 'change')
  await page.goto('/collection/scope')
  await fill(page, { collectionDivisionCode: '411302' })
  await press(page, 'step-scope')
  await page.goto('/collection/employment')
  await fill(page, { unitName: '南阳示例商贸有限公司' })
  await press(page, 'step-employment')
  await submit(page)
  await page.goto('/record')
  await expect(page.locator('main')).toContainText('金水区')

  const jinshui = await another(browser, 'zhoumin', scripts)
  await jinshui.goto('/review')
  await expect(jinshui.locator('[data-application]').filter({ hasText: '陈静' })).toHaveCount(0)
  const wancheng = await another(browser, 'zhenghong', scripts)
  await openApplication(wancheng, '陈静')
  await expect(wancheng.locator('[data-status="submitted"][data-kind="change"]').first()).toBeVisible()
  await claim(wancheng)
  await approve(wancheng)
  await page.goto('/record')
  await expect(page.locator('main')).toContainText('宛城区')
})

test('withdrawing brings back the draft; a change can be discarded', async ({
  page,
  browser,
  javaScriptEnabled,
}) => {
  await signIn(page, 'zhaolei')
  await page.goto('/collection')
  await expect(page.locator('[data-status="submitted"][data-kind="change"]').first()).toBeVisible()
  const reviewer = await another(browser, 'wugang', javaScriptEnabled !== false)
  await openApplication(reviewer, '赵磊')
  await claim(reviewer)
  await page.goto('/collection/withdraw')
  await press(page, 'withdraw')
  await expect(page.locator('main')).toContainText('正在审核')
  await press(reviewer, 'claim')
  await page.goto('/collection/withdraw')
  await press(page, 'withdraw')
  await page.goto('/collection')
  await expect(page.locator('[data-status="draft"]').first()).toBeVisible()
  await page.goto('/collection/discard')
  await press(page, 'discard')
  await page.goto('/collection')
  await expect(page.locator('[data-banner="collected"]')).toHaveCount(1)
  await expect(page.locator('[data-status="approved"]').first()).toBeVisible()
})
