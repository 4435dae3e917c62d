import { expect, test } from '@playwright/test'
import { another, press, signIn } from './support/people.ts'
import { claim, openApplication } from './support/review.ts'

test('(f) two reviewers deciding at once: one wins, the other is told and loses nothing', async ({
  page,
  browser,
  javaScriptEnabled,
}) => {
  test.setTimeout(120_000)
  const scripts = javaScriptEnabled !== false
  await signIn(page, 'zhoumin')
  await openApplication(page, '张伟')
  await claim(page)
  await expect(page.locator('form[data-form="decision"]')).toHaveCount(1)

  const colleague = await another(browser, 'wugang', scripts)
  await openApplication(colleague, '张伟')
  await expect(colleague.locator('form[data-form="decision"]')).toHaveCount(0)
  await expect(colleague.locator('main')).toContainText('周敏')
  // The colleague takes it over while the first is still typing.
  await colleague.locator('button[name="intent"][value="takeOver"]').click()
  await expect(colleague.locator('form[data-form="decision"]')).toHaveCount(1)

  await page.check('[name="decision"][value="return"]')
  await page.check('[name="reasonCodes"][value="RR02"]')
  await page.locator('[name="reason"]').fill('右下角看不清')
  await page.locator('button[name="intent"][value="queue"]').first().click()
  await expect(page.locator('[data-banner="conflict"]')).toHaveCount(1)
  await expect(page.locator('[data-banner="returned"], [data-banner="approved"]')).toHaveCount(0)
  await expect(page.locator('main')).toContainText('右下角看不清')

  await colleague.check('[name="decision"][value="approve"]')
  await colleague.locator('button[name="intent"][value="next"]').first().click()
  await expect(colleague.locator('[data-banner="approved"]')).toHaveCount(1)
  await press(page, 'logout')
})
