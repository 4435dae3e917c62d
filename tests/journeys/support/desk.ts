import { expect, type Page } from '@playwright/test'

/** Presses a button of the decision form or of a row by its name and value. */
export const pressIntent = (page: Page, value: string) =>
  page.locator(`button[name="intent"][value="${value}"]`).first().click()

/** The figure beside a view of the queue. */
export const figure = async (page: Page, view: string): Promise<number> =>
  Number(await page.locator(`[data-view="${view}"] b`).textContent())

/** Opens an application from the queue that is shown. */
export const open = (page: Page, name: string) =>
  page.locator('[data-application] a', { hasText: name }).first().click()

/** Opens the box for a comment on a row and writes into it. */
export async function comment(page: Page, key: string, text: string): Promise<void> {
  const box = page.locator(`[name="comment.${key}"]`)
  if (!(await box.isVisible())) await page.locator('details', { has: box }).locator('summary').click()
  await box.fill(text)
}

/** A claimed application has its decision form; nobody else's page has. */
export const holds = (page: Page, yes: boolean) =>
  expect(page.locator('form[data-form="decision"]')).toHaveCount(yes ? 1 : 0)
