import { expect, type Page } from '@playwright/test'
import { comment } from './desk.ts'
import { press } from './people.ts'

/** Opens an applicant's application from the queue by name. */
export async function openApplication(page: Page, name: string, status = 'submitted'): Promise<void> {
  await page.goto(`/review?status=${status}&q=${encodeURIComponent(name)}`)
  const row = page.locator('[data-application]').filter({ hasText: name }).first()
  await row.locator('a').first().click()
  await expect(page.locator('[data-status]').first()).toHaveAttribute('data-status', status)
}

export const claim = (page: Page) => press(page, 'claim')

/** Approves the open, claimed application. */
export async function approve(page: Page): Promise<void> {
  await page.check('[name="decision"][value="approve"]')
  await page
    .locator(
      'form[data-form="decision"] button[name="intent"][value="queue"], button[form][name="intent"][value="queue"]',
    )
    .first()
    .click()
  await expect(page.locator('[data-banner="approved"]')).toHaveCount(1)
}

/** Returns it with a code and comments by key. */
export async function sendBack(
  page: Page,
  codes: readonly string[],
  comments: Readonly<Record<string, string>>,
): Promise<void> {
  await page.check('[name="decision"][value="return"]')
  for (const code of codes) await page.check(`[name="reasonCodes"][value="${code}"]`)
  for (const [key, text] of Object.entries(comments)) await comment(page, key, text)
  await page
    .locator(
      'form[data-form="decision"] button[name="intent"][value="queue"], button[form][name="intent"][value="queue"]',
    )
    .first()
    .click()
  await expect(page.locator('[data-banner="returned"]')).toHaveCount(1)
}
