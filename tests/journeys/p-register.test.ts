import { expect, test } from '@playwright/test'
import { answerOn } from '#support/stand-in'
import { fill } from './support/fill.ts'
import { press } from './support/people.ts'
import { fits } from './support/reach.ts'

test.skip(({ javaScriptEnabled }) => javaScriptEnabled !== false, 'the stand-in’s pages have no scripts')
test.use({ viewport: { width: 320, height: 640 } })

const NEW = { name: '测试丁', idType: '414', idNumber: 'E12345688', mobile: '13900000044' }
const PASSWORD = 'Kaifeng@2026'

test('(p) register, sign in, and find the office, on the narrowest telephone', async ({ page }) => {
  await page.goto('/')
  await fits(page)
  await page.goto('/login')
  await fits(page)
  await press(page, 'login')
  await fits(page)
  await page.locator('a[href^="/idp/register"]').first().click()
  await fill(page, { ...NEW, password: PASSWORD })
  await fits(page)
  await press(page, 'idp-register')
  await expect(page).toHaveURL(/\/idp\/register\/verify/)
  // The question in words takes the place of the picture.
  await page.goto(`${page.url()}&captcha=text`)
  await fits(page)
  await page.fill('[name="captcha"]', answerOn(await page.locator('main').innerText()))
  await press(page, 'idp-verify')
  await expect(page).toHaveURL(/\/idp\/register\/code/)
  await fits(page)
  const code = page.url()
  await page.goto('/idp/outbox')
  await fits(page)
  const [, sent = ''] = /验证码 (\d{6})/.exec(await page.locator('main').innerText()) ?? []
  await page.goto(code)
  await page.fill('[name="smsCode"]', sent)
  await press(page, 'idp-code')
  await expect(page.locator('main')).toContainText('注册成功')
  await fits(page)

  await page.goto('/login')
  await press(page, 'login')
  await page.fill('[name="account"]', NEW.mobile)
  await page.fill('[name="password"]', PASSWORD)
  await press(page, 'idp-login')
  await expect(page.locator('form[data-form="logout"]')).toHaveCount(1)
  await expect(page.locator('[data-status="none"]')).toHaveCount(1)
  await fits(page)

  await page.goto('/contacts')
  await fits(page)
  await page.fill('[name="q"]', '金水')
  await page.locator('main form button[type="submit"]').first().click()
  await expect(page.locator('main')).toContainText('金水区财政局')
  await fits(page)
})
