import { expect, test } from '@playwright/test'
import { another, press, signIn } from './support/people.ts'

// Approving many at once does not depend on scripts; the sheet has none of its own.
test.skip(({ javaScriptEnabled }) => javaScriptEnabled !== false, 'without scripts')

test('(l) the fast lane: off at first, then a contact sheet; each is approved by itself, a tenth is left', async ({
  page,
  browser,
}) => {
  await signIn(page, 'wenhe')
  await expect(page.locator('a[href="/review/fast"]')).toHaveCount(0)
  await page.goto('/review/fast')
  await expect(page.locator('main')).toContainText('没有开通')

  const province = await another(browser, 'heli', false)
  await province.goto('/admin/offices/410302')
  await province.locator('[name="fastLane"]').first().check()
  await province
    .locator('form', { has: province.locator('[name="fastLane"]') })
    .locator('button')
    .first()
    .click()

  await page.goto('/review')
  await page.locator('a[href="/review/fast"]').click()
  const clean = page.locator('[data-clean]').filter({ hasText: /丁[一二三四五六七八]/ })
  const drawn = page.locator('[data-held-back] a').filter({ hasText: /丁[一二三四五六七八]/ })
  const there = await clean.count()
  // The day's draw takes a tenth: seven or more of the eight, once in a million days.
  expect(there + (await drawn.count())).toBe(8)
  expect(there).toBeGreaterThanOrEqual(2)
  await expect(page.locator('[data-clean]').filter({ hasText: '罗小兰' })).toHaveCount(0)
  await page.locator('form[data-form="fast"] button').first().click()
  await expect(page.locator('main')).toContainText('请先勾选')

  // A colleague claims one of them before the press.
  const [first, second] = [clean.nth(0), clean.nth(1)]
  const id = (await first.getAttribute('data-clean')) ?? ''
  await expect(second.locator('img')).toHaveCount(1)
  await first.locator('[name="pick"]').check()
  await second.locator('[name="pick"]').check()
  const colleague = await another(browser, 'tianhe', false)
  await colleague.goto(`/review/${id}`)
  await press(colleague, 'claim')
  await page.locator('form[data-form="fast"] button').first().click()
  await expect(page.locator('[data-banner="approved"]')).toContainText('已通过 1 件')
  await expect(page.locator('[data-refusal]')).toHaveCount(1)
  await page.locator('[data-banner="approved"] a').first().click()
  await expect(page.locator('[data-status="approved"]').first()).toBeVisible()
  await expect(page.locator('#history')).toContainText('通过（快速通道）')
  await expect(page.locator('#history')).toContainText('认领（快速通道）')
  await press(page, 'undo')
  await expect(page.locator('[data-status="submitted"]').first()).toBeVisible()
})
