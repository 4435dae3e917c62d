import { type Browser, expect, type Page, test } from '@playwright/test'
import { type Judge, judge, NARROW } from './support/access.ts'
import { fill } from './support/fill.ts'
import { press, signIn } from './support/people.ts'

// The HTML is the same with scripts, which only add.
test.skip(({ javaScriptEnabled }) => javaScriptEnabled !== false, 'without scripts')
test.use({ viewport: NARROW })
// Three people who only look: beside each other.
test.describe.configure({ mode: 'parallel', timeout: 120_000 })

const errors = (page: Page) => expect(page.locator('[data-error-summary]')).toHaveCount(1)

async function judgeAll(page: Page, accessible: Judge, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const answer = await page.goto(path)
    expect(answer?.status(), path).toBe(200)
    await accessible(page)
  }
}

const begin = async (page: Page, browser: Browser, baseURL: string | undefined) => {
  await page.goto('/')
  return judge(browser, baseURL ?? page.url())
}

test('(m) the province’s pages read without scripts at 360 px', async ({ page, browser, baseURL }) => {
  const accessible = await begin(page, browser, baseURL)
  await signIn(page, 'heli', '/admin/staff')
  await judgeAll(page, accessible, [
    '/admin/staff',
    '/admin/offices',
    '/admin/offices/410102',
    '/admin/offices/410102/close',
    '/admin/reasons',
    '/admin/reasons/RR01',
    '/admin/notices',
    '/admin/notices/2026-01',
    '/admin/calendar',
    '/admin/calendar?window=new',
    '/admin/audit',
  ])
  await page.goto('/admin/offices/new')
  await press(page, 'open-office')
  await errors(page)
  await accessible(page)
  await page.goto('/admin/reasons')
  await press(page, 'add-reason')
  await errors(page)
  await accessible(page)
  // A draft of the notice is only looked at: publishing concerns everybody.
  await page.goto('/admin/notices/new')
  await accessible(page)
  await page.fill('[name="title6"]', '新增的一部分')
  await page.fill('[name="body6"]', '第一段。')
  await press(page, 'draft-notice')
  await expect(page).toHaveURL(/\/admin\/notices\/preview/)
  await accessible(page)
})

test('(m) the desk’s newer pages read without scripts at 360 px', async ({ page, browser, baseURL }) => {
  const accessible = await begin(page, browser, baseURL)
  await signIn(page, 'zhenghong', '/review')
  await judgeAll(page, accessible, ['/review', '/review/stats', '/review/fast', '/review/export'])
  await page.selectOption('[name="numbers"]', 'full')
  await press(page, 'export')
  await errors(page)
  await accessible(page)
  await page.goto('/review/reasons')
  await press(page, 'add-reason')
  await errors(page)
  await accessible(page)
  await page.fill('[name="title"]', '名称要与公章一致')
  await page.fill('[name="text"]', '请照公章写单位全称。')
  await press(page, 'add-reason')
  await page.locator('a[href^="/review/reasons/"]').first().click()
  await expect(page).toHaveURL(/\/review\/reasons\/OW\d\d/)
  await accessible(page)
})

test('(m) self-check, crop, telephone sign-in and registration read without scripts at 360 px', async ({
  page,
  browser,
  baseURL,
}) => {
  const accessible = await begin(page, browser, baseURL)
  await judgeAll(page, accessible, [
    '/?employed=yes&accounting=yes&qualified=yes&student=no',
    '/?employed=yes',
    '/idp/scan',
    '/idp/register',
  ])
  await page.fill('[name="name"]', '测试丙')
  await fill(page, { idType: '414', idNumber: 'E12345699' })
  await page.fill('[name="mobile"]', '13900000033')
  await page.fill('[name="password"]', 'Kaifeng@2026')
  await press(page, 'idp-register')
  await expect(page).toHaveURL(/\/idp\/register\/verify/)
  await accessible(page)
  await page.fill('[name="captcha"]', '0')
  await press(page, 'idp-verify')
  await errors(page)
  await accessible(page)
  await page.goto('/idp/scan')
  await page.goto((await page.locator('a[href*="/idp/scan/"]').first().getAttribute('href')) ?? '')
  await accessible(page)

  await signIn(page, 'wangfang')
  await judgeAll(page, accessible, ['/collection/files/photo/crop', '/collection/check'])
})
