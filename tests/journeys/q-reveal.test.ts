import { expect, test } from '@playwright/test'
import { press, signIn } from './support/people.ts'
import { openApplication } from './support/review.ts'

const WHOLE = /410105\s*19900412\s*9990/

test('(q) whole numbers without a claim: for a reason, for some minutes, on record', async ({ page }) => {
  await signIn(page, 'zhoumin', '/review')
  await openApplication(page, '刘洋', 'returned')
  const main = page.locator('main')
  await expect(main).not.toContainText(WHOLE)
  await page.locator('summary', { hasText: '查看完整号码' }).click()
  await press(page, 'reveal')
  await expect(page.locator('[data-error-summary] a')).toHaveText('请选择查看完整号码的原因')
  await expect(main).not.toContainText(WHOLE)
  await page.selectOption('[name="revealReason"]', 'phone')
  await press(page, 'reveal')
  await expect(main).toContainText(WHOLE)
  await expect(main).toContainText(/完整号码显示到 \d\d:\d\d/)
  expect(page.url()).not.toMatch(/\d{11}/)
  // The address alone shows nothing to anybody else, nor on another application, nor without what it names.
  await page.goto(page.url().replace(/[?&]show=[a-p]+/, ''))
  await expect(main).not.toContainText(WHOLE)
})
