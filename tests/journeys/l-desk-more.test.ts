import { expect, type Page, test } from '@playwright/test'
import { comment, open, pressIntent } from './support/desk.ts'
import { fill, step } from './support/fill.ts'
import { another, type Key, press, signIn } from './support/people.ts'

// Order, whole entries and earlier rounds: none of them has a script, and none breaks one.

const APPLIES: Readonly<Record<string, readonly [Key, string]>> = {
  intermediate: ['gengyi', '耿乙'],
  senior: ['gengbing', '耿丙'],
}

const names = async (page: Page) =>
  (await page.locator('[data-application] th a').allTextContents()).map((name) => name.trim())

async function submitAgain(applicant: Page): Promise<void> {
  await applicant.goto('/collection/check')
  await applicant.check('#declaration')
  await press(applicant, 'check')
  await expect(applicant.locator('[data-banner="submitted"]')).toHaveCount(1)
}

test('(l) by exam, an entry as a whole, and every round with what it changed', async ({ page, browser }) => {
  test.setTimeout(120_000)
  await signIn(page, 'tuyuan')
  expect(await names(page)).toEqual(['耿甲', '耿乙', '耿丙'])

  // Who needs it first for an exam comes first; which exam that is depends on the day.
  const exams = await page
    .locator('[name="exam"] option')
    .evaluateAll((options) => options.map((option) => option.getAttribute('value') ?? ''))
  const [first = ['gengyi', ''], second = ['gengyi', '']] = exams.flatMap((exam) => {
    const who = APPLIES[exam]
    return who ? [who] : []
  })
  await page.selectOption('[name="sort"]', 'exam')
  await press(page, 'search')
  expect(new URL(page.url()).searchParams.get('sort')).toBe('exam')
  expect(await names(page)).toEqual([first[1], second[1], '耿甲'])
  await expect(page.locator('.bulk').first()).toContainText('按报名截止时间')
  const sorted = page.url()

  // The honour is commented as a whole; the next one is the next of this order.
  await open(page, first[1])
  const address = page.url()
  await press(page, 'claim')
  const box = page.locator('textarea[name^="comment.honours."]').first()
  const key = ((await box.getAttribute('name')) ?? '').replace('comment.', '')
  expect(key.split('.')).toHaveLength(2)
  await comment(page, key, '这一项请照证书改写，没有证书的请删去')
  await page.check('[name="decision"][value="return"]')
  await pressIntent(page, 'next')
  await expect(page.locator('[data-banner="returned"]')).toHaveCount(1)
  await expect(page.locator('h1')).toContainText(second[1])
  await page.locator('a', { hasText: '返回队列' }).click()
  expect(page.url().replace(/#.*/, '')).toBe(sorted)

  // The applicant finds it at the entry, which alone is open, and mends it.
  const applicant = await another(browser, first[0], false)
  await applicant.goto('/collection')
  await expect(applicant.locator('[data-banner="returned"]')).toContainText('有 1 处写了具体意见')
  await expect(applicant.locator('[data-task="honours"]')).toHaveAttribute('data-task-status', 'fix')
  await expect(applicant.locator('[data-task="employment"]')).toHaveAttribute('data-task-status', 'locked')
  await applicant.goto('/collection/honours')
  await expect(applicant.locator(`[data-comment-for="${key}"]`)).toContainText('没有证书的请删去')
  await applicant.locator('.item-h a', { hasText: '修改' }).click()
  await expect(applicant.locator(`[data-comment-for="${key}"]`)).toContainText('待修改')
  await fill(applicant, { awardingBody: '示例省财政厅' })
  await applicant.locator(`[name="reply.${key}"]`).fill('证书已丢失')
  await press(applicant, 'item-honours')
  await applicant.goto('/collection/honours')
  await expect(applicant.locator(`[data-comment-for="${key}"]`)).toContainText('已修改')
  await submitAgain(applicant)

  // The change stands beside what had been asked of the whole entry.
  await page.goto(address)
  const mended = page.locator(`[data-change="${key}.awardingBody"]`)
  await expect(mended.locator('del')).toHaveText('示例财政局')
  await expect(mended.locator('ins')).toHaveText('示例省财政厅')
  await expect(mended).toContainText('（整项）这一项请照证书改写')
  await expect(mended).toContainText('证书已丢失')
  await expect(page.locator('#changes')).toContainText('其中 1 处有上次意见')

  // Another round: the first one is still there to read, old and new, and the second leads to what is compared.
  await press(page, 'claim')
  await comment(page, 'employment.unitAddress', '请写到门牌')
  await page.check('[name="decision"][value="return"]')
  await pressIntent(page, 'queue')
  await step(applicant, 'employment', { unitAddress: '涧西区示例路 8 号' })
  await submitAgain(applicant)
  await page.goto(address)
  await expect(page.locator('[data-change]')).toHaveCount(1)
  await expect(page.locator('[data-round]')).toHaveCount(2)
  const round = page.locator('[data-round="1"]')
  await expect(round.locator('.chg')).toBeHidden()
  await round.locator('summary').click()
  await expect(round).toContainText('第 1 次提交：退回')
  const earlier = round.locator(`[data-earlier-change="${key}.awardingBody"]`)
  await expect(earlier.locator('ins')).toHaveText('示例省财政厅')
  await expect(earlier).toContainText('（整项）这一项请照证书改写')
  await page.locator('[data-round="2"] summary').click()
  await page.locator('[data-round="2"] a', { hasText: '看修改对照' }).click()
  expect(page.url()).toMatch(/base=round.*#changes$/)
})
