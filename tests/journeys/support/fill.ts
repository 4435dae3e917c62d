import { expect, type Page } from '@playwright/test'
import { EDUCATION, employedAt, PERSONAL, qualifiedBy } from '#support/answers'
import { press } from './people.ts'
import { certificate, portrait } from './pictures.ts'

type Values = Readonly<Record<string, string | readonly string[]>>

/** Fills controls by their machine names, whatever kind they are. */
export async function fill(page: Page, values: Values): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    for (const one of [value].flat()) {
      const control = page.locator(`[name="${name}"]`)
      const tag = await control.first().evaluate((el) => `${el.tagName}:${el.getAttribute('type') ?? ''}`)
      if (tag.startsWith('SELECT')) await control.selectOption(one)
      else if (tag === 'INPUT:radio' || tag === 'INPUT:checkbox')
        await page.check(`[name="${name}"][value="${one}"]`)
      else await control.fill(one)
    }
  }
}

/** Reads the notice for as long as the tests' server asks, and consents; whoever has consented is led on. */
export async function consent(page: Page): Promise<void> {
  await page.goto('/notice')
  if (!page.url().includes('/notice')) return
  await expect(page.locator('#consent')).toBeVisible()
  await page.check('#consent')
  await page.check('#sensitiveConsent')
  await press(page, 'notice')
}

/** Opens a step, fills it, presses its main button. */
export async function step(page: Page, id: string, values: Values): Promise<void> {
  await page.goto(`/collection/${id}`)
  await fill(page, values)
  await press(page, `step-${id}`)
}

/** Adds an entry to a list. */
export async function addEntry(page: Page, list: string, values: Values): Promise<void> {
  await page.goto(`/collection/${list}/new`)
  await fill(page, values)
  await press(page, `item-${list}`)
}

type File = Awaited<ReturnType<typeof portrait>>

/** Uploads into a slot's page and tells the verdict. */
export async function upload(page: Page, path: string, file: File): Promise<string | null> {
  await page.goto(path)
  const form = page.locator('form[data-form^="upload-"]')
  await form.locator('input[name="file"]').setInputFiles(file)
  await form.locator('button[type="submit"]').first().click()
  return page.locator('[data-upload-result]').getAttribute('data-upload-result')
}

/** The page of an entry's first picture, by the link on its list. */
export async function entryFile(page: Page, list: string): Promise<string> {
  await page.goto(`/collection/${list}`)
  return (await page.locator('a[href$="/files/file"]').first().getAttribute('href')) ?? ''
}

export const EMPLOYMENT = {
  ...employedAt('河南旅程示例有限公司'),
  accountingPost: ['cashier', 'reports'],
}
export const QUALIFICATION = qualifiedBy('DEMO201941010001')

/** Everything from the notice to a draft that may be submitted, at a county. */
export async function complete(page: Page, scope: Values, employment: Values, seed: number): Promise<void> {
  await consent(page)
  await step(page, 'scope', scope)
  await step(page, 'personal', PERSONAL)
  await step(page, 'education', EDUCATION)
  await step(page, 'employment', employment)
  await addEntry(page, 'qualifications', QUALIFICATION)
  expect(await upload(page, '/collection/files/photo', await portrait(seed))).toBe('adjusted')
  expect(await upload(page, '/collection/files/ftEducationFile', await certificate(seed))).toBe('accepted')
  expect(await upload(page, '/collection/files/ftDegreeFile', await certificate(seed + 1))).toBe('accepted')
  const file = await entryFile(page, 'qualifications')
  await upload(page, file, await certificate(seed + 2))
}

/** Declares and submits from the check page. */
export async function submit(page: Page): Promise<void> {
  await page.goto('/collection/check')
  await expect(page.locator('[data-error-summary]')).toHaveCount(0)
  await page.check('#declaration')
  await press(page, 'check')
  await expect(page).toHaveURL(/\/collection\/receipt/)
  await expect(page.locator('[data-banner="submitted"]')).toHaveCount(1)
  // How long the office really takes is said, or that it cannot be said yet.
  await expect(page.locator('[data-waiting="few"]')).toContainText('还说不准')
}
