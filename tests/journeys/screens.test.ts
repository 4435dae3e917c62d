import { type Browser, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { EDUCATION, PERSONAL, SCOPE } from '#support/answers'
import { addEntry, consent, EMPLOYMENT, fill, QUALIFICATION, step, submit, upload } from './support/fill.ts'
import { PEOPLE, press, signIn } from './support/people.ts'
import { certificate, framed, jpeg } from './support/pictures.ts'
import { claim, openApplication, sendBack } from './support/review.ts'

// Makes `docs/screens`: every page as a telephone and as a desk shows it, without scripts. It proves nothing; it
// is run on request (`npm test -- screens`) and what it made is looked at beside the design before it is kept.
test.describe.configure({ mode: 'serial', timeout: 600_000 })

const WIDTHS = [360, 1280]
/** Pixels below which a page is cut: what comes after repeats itself. */
const MOST = 2600

/** Both widths of a page as it stands, in few colours. */
async function shoot(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('load')
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    const clip = { x: 0, y: 0, width, height: Math.min(height, MOST) }
    const picture = await page.screenshot({ fullPage: true, clip })
    await sharp(picture)
      .png({ palette: true, colours: 24, effort: 10 })
      .toFile(`docs/screens/${name}-${width}.png`)
  }
}

async function shootAll(
  page: Page,
  pages: readonly (readonly [name: string, path: string])[],
): Promise<void> {
  for (const [name, path] of pages) {
    await page.goto(path)
    await shoot(page, name)
  }
}

const visitor = async (browser: Browser) =>
  (await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' })).newPage()

test('before the sign-in', async ({ browser }) => {
  const page = await visitor(browser)
  await shootAll(page, [
    ['start', '/'],
    ['self-check', '/?employed=yes&accounting=yes&qualified=yes&student=no'],
    ['contacts', '/contacts?q=金水'],
    ['verify', '/verify'],
    ['login', '/login'],
    ['missing', '/nothing-here'],
    ['standin-register', '/idp/register'],
    ['standin-forgot', '/idp/forgot'],
    ['standin-scan', '/idp/scan'],
    ['standin-outbox', '/idp/outbox'],
  ])
  await page.goto('/login')
  await press(page, 'login')
  await shoot(page, 'standin-login')
})

test('an applicant, from the notice to the receipt, returned, and changed', async ({ browser }) => {
  const page = await visitor(browser)
  await signIn(page, 'lixiaoming')
  await shoot(page, 'tasks-new')
  await page.goto('/notice')
  await shoot(page, 'notice')
  await consent(page)
  await press(page, 'step-scope')
  await shoot(page, 'scope-errors')
  await step(page, 'scope', SCOPE)
  await shoot(page, 'personal')
  await step(page, 'personal', PERSONAL)
  await fill(page, EDUCATION)
  await press(page, 'step-education')
  await page.goto('/collection/education')
  await shoot(page, 'education')
  await step(page, 'employment', EMPLOYMENT)
  await page.goto('/collection/employment')
  await shoot(page, 'employment')
  await page.goto('/collection/qualifications/new')
  await shoot(page, 'qualification')
  await addEntry(page, 'qualifications', QUALIFICATION)
  await shoot(page, 'qualifications')
  await upload(page, '/collection/files/photo', await jpeg(300, 300))
  await shoot(page, 'photo-refused')
  await upload(page, '/collection/files/photo', await framed())
  await shoot(page, 'photo')
  await page.goto('/collection/files/photo/crop')
  await shoot(page, 'crop')
  await page.goto('/collection/check')
  await shoot(page, 'check-errors')
  await upload(page, '/collection/files/ftEducationFile', await certificate(1))
  await upload(page, '/collection/files/ftDegreeFile', await certificate(2))
  await page.goto('/collection/qualifications')
  const file = await page.locator('a[href$="/files/file"]').first().getAttribute('href')
  await upload(page, file ?? '', await certificate(3))
  await page.goto('/collection')
  await shoot(page, 'tasks')
  await page.goto('/collection/check')
  await shoot(page, 'check')
  await submit(page)
  await shoot(page, 'receipt')

  const reviewer = await visitor(browser)
  await signIn(reviewer, 'zhoumin', '/review')
  await shoot(reviewer, 'queue')
  await openApplication(reviewer, '李晓明')
  await shoot(reviewer, 'review-unclaimed')
  await claim(reviewer)
  await shoot(reviewer, 'review')
  await sendBack(reviewer, ['RR08'], { 'employment.unitName': '请填写营业执照上的全称' })
  await shoot(reviewer, 'queue-returned')

  await page.goto('/collection')
  await shoot(page, 'tasks-returned')
  await page.goto('/collection/employment')
  await shoot(page, 'employment-returned')
  await fill(page, { unitName: '河南旅程示例科技有限公司' })
  await press(page, 'step-employment')
  await submit(page)
  await shootAll(page, [
    ['access', '/record/access'],
    ['account', '/account'],
  ])
  await openApplication(reviewer, '李晓明')
  await shoot(reviewer, 'diff')
  await page.context().close()
  await reviewer.context().close()
})

test('several messages, and what the trail says of them', async ({ browser }) => {
  const page = await visitor(browser)
  await signIn(page, 'liuyang')
  await page.goto('/collection/employment')
  await fill(page, { unitName: '' })
  await press(page, 'step-employment')
  await shoot(page, 'employment-returned-errors')
  await fill(page, { unitName: '豫商贸示例有限公司' })
  await press(page, 'step-employment')
  await submit(page)
  for (const [who, office] of [
    ['wugang', '411302'],
    ['zhenghong', '410105'],
  ] as const) {
    const reviewer = await visitor(browser)
    await signIn(reviewer, who, '/review')
    await openApplication(reviewer, '刘洋')
    await claim(reviewer)
    await reviewer.locator('details#forward summary').click()
    await reviewer.selectOption('[name="officeId"]', office)
    await reviewer.fill('[name="note"]', '单位在贵县，请审核。')
    await press(reviewer, 'forward')
    await reviewer.context().close()
  }
  await page.goto('/notices')
  await shoot(page, 'notices')
  const province = await visitor(browser)
  await signIn(province, 'heli', '/admin/audit')
  await province.fill('[name="idNumber"]', PEOPLE.liuyang)
  await press(province, 'audit')
  await province.locator('summary', { hasText: '校验值' }).click()
  await shoot(province, 'admin-audit-found')
})

test('an approved record', async ({ browser }) => {
  const page = await visitor(browser)
  await signIn(page, 'chenjing')
  await shootAll(page, [
    ['collected', '/collection'],
    ['record', '/record'],
    ['print', '/record/print'],
    ['change', '/record/change'],
  ])
})

test('the desk and oversight', async ({ browser }) => {
  const reviewer = await visitor(browser)
  await signIn(reviewer, 'tianhe', '/review/reasons')
  await shootAll(reviewer, [
    ['office-reasons', '/review/reasons'],
    ['fast-lane', '/review/fast'],
    ['export', '/review/export'],
  ])
  const oversight = await visitor(browser)
  await signIn(oversight, 'fengtao', '/review/stats')
  await shoot(oversight, 'statistics')
  await oversight.goto('/review/stats?area=410105')
  await shoot(oversight, 'statistics-office')
})

test('the province', async ({ browser }) => {
  const page = await visitor(browser)
  await signIn(page, 'heli', '/admin/staff')
  await shootAll(page, [
    ['admin-staff', '/admin/staff'],
    ['admin-offices', '/admin/offices'],
    ['admin-office', '/admin/offices/410102'],
    ['admin-reasons', '/admin/reasons'],
    ['admin-reason', '/admin/reasons/RR01'],
    ['admin-notices', '/admin/notices'],
    ['admin-calendar', '/admin/calendar'],
    ['admin-audit', '/admin/audit'],
  ])
})

test('larger letters and high contrast', async ({ browser }) => {
  const page = await visitor(browser)
  for (const [name, mode] of [
    ['start-elder', 'elder'],
    ['start-contrast', 'more'],
  ] as const) {
    await page.goto('/')
    await page.locator(`form[data-form="display"] button[value="${mode}"]`).click()
    await shoot(page, name)
  }
})
