import { expect, test } from '@playwright/test'
import { fill } from './support/fill.ts'
import { another, press, signIn } from './support/people.ts'

test('two devices: nothing is overwritten, both values are shown', async ({
  page,
  browser,
  javaScriptEnabled,
}) => {
  await signIn(page, 'wangfang')
  const phone = await another(browser, 'wangfang', javaScriptEnabled !== false)
  await page.goto('/collection/personal')
  await phone.goto('/collection/personal')
  await fill(page, { postalAddress: '电脑上填的地址' })
  await press(page, 'step-personal')
  await fill(phone, { postalAddress: '手机上填的地址' })
  await press(phone, 'step-personal')
  await expect(phone.locator('[data-banner="conflict"]')).toHaveCount(1)
  await expect(phone.locator('#postalAddress')).toHaveValue('手机上填的地址')
  await expect(phone.locator('main')).toContainText('电脑上填的地址')
  await page.goto('/collection/personal')
  await expect(page.locator('#postalAddress')).toHaveValue('电脑上填的地址')
  // Having seen both, the phone may decide.
  await press(phone, 'step-personal')
  await page.goto('/collection/personal')
  await expect(page.locator('#postalAddress')).toHaveValue('手机上填的地址')
})

test('a form from before a release is kept and printed again', async ({ page }) => {
  await signIn(page, 'liuyang')
  await page.goto('/collection/employment')
  const { origin } = new URL(page.url())
  const answer = await page.request.post('/collection/employment', {
    headers: { origin },
    multipart: { [`$ACTION_ID_${'deadbeef'.repeat(5)}00`]: '', unitName: '升级前填的单位' },
    maxRedirects: 0,
  })
  expect(answer.status()).toBe(303)
  await page.goto(answer.headers().location ?? '')
  await expect(page.locator('main')).toContainText('系统已更新')
  await expect(page.locator('#unitName')).toHaveValue('升级前填的单位')
})

test('saving a draft keeps what is wrong, and shows no error until asked', async ({ page }) => {
  await signIn(page, 'wangfang')
  await page.goto('/collection/education')
  await fill(page, { ftSchool: '', 'ftGradDate.year': '20', 'ftGradDate.month': '13' })
  await page.locator('form[data-form="step-education"] button[value="save"]').click()
  await expect(page).toHaveURL(/\/collection(\?|$)/)
  await expect(page.locator('[data-banner="saved"]')).toHaveCount(1)
  await page.goto('/collection/education')
  await expect(page.locator('[data-error-summary]')).toHaveCount(0)
  await expect(page.locator('[name="ftGradDate.month"]')).toHaveValue('13')
  await page.goto('/collection/check')
  const link = page.locator('[data-error-summary] a[href$="#ftGradDate"]')
  await expect(link).toHaveCount(1)
  await link.click()
  await expect(page.locator('#ftGradDate-error')).toContainText('“20”')
})
