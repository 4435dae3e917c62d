import { expect, test } from '@playwright/test'
import { press, signIn } from './support/people.ts'

// Marked as read once for both: the store is that of each project.
test('(o) what was told stands on the site, new until it is marked as read', async ({ page }) => {
  await signIn(page, 'liuyang')
  const menu = page.locator('nav a[href="/notices"]')
  await expect(menu).toContainText('1 条新')
  await menu.click()
  const told = page.locator('[data-message]')
  await expect(told).toHaveCount(1)
  await expect(told).toHaveAttribute('data-message', 'return')
  await expect(told).toContainText('您的会计人员信息采集申请被退回')
  await expect(told).toContainText('金水区财政局')
  await expect(told.locator('.tag')).toHaveText('新')
  await press(page, 'read-messages')
  await expect(page).toHaveURL(/\/notices$/)
  await expect(told.locator('.tag')).toHaveCount(0)
  await expect(page.locator('form[data-form="read-messages"]')).toHaveCount(0)
  await told.locator('a').click()
  await expect(page.locator('[data-status="returned"]')).toHaveCount(1)
  await expect(menu).toHaveText('消息')
})
