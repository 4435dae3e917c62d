import { expect, test } from '@playwright/test'
import { signIn } from './support/people.ts'

test('(n) the head of the trail is shown to be copied', async ({ page }) => {
  await signIn(page, 'heli')
  const head = page.locator('[data-head]')
  // It is noted within seconds of the start.
  await expect(async () => {
    await page.goto('/admin/audit')
    await expect(head).toHaveCount(1, { timeout: 500 })
  }).toPass({ timeout: 30_000 })
  await expect(head).toBeHidden()
  await page.locator('summary', { hasText: '校验值' }).click()
  await expect(head).toContainText(
    /[1-9]\d* 条记录前后相连，校验值 [\da-f]{4}( [\da-f]{4}){2} …( [\da-f]{4}){3}/,
  )
})
