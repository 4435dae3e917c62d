import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { EDUCATION, month, PERSONAL, SCOPE } from '#support/answers'
import {
  addEntry,
  consent,
  EMPLOYMENT,
  entryFile,
  fill,
  QUALIFICATION,
  submit,
  upload,
} from './support/fill.ts'
import { another, press, signIn } from './support/people.ts'
import { certificate, portrait } from './support/pictures.ts'
import { approve, claim, openApplication, sendBack } from './support/review.ts'

const NARROWEST = { width: 320, height: 640 }
const COLLECTED = '您已采集过信息，无需重复采集'

/** WCAG 2.2 AA by axe, on the page as it stands. */
async function accessible(page: Page): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wide, `${page.url()} does not scroll sideways`).toBeLessThanOrEqual(0)
  // axe needs scripts in the page; with scripts off the same HTML is judged in a page of its own.
  const html = await page.content()
  const context = await page.context().browser()?.newContext({ javaScriptEnabled: true })
  if (!context) throw new Error('no browser')
  const copy = await context.newPage()
  await copy.route('**/*', (route) => route.continue())
  await copy.goto(new URL('/contacts?q=x', page.url()).href)
  await copy.setContent(html.replace(/<script[\s\S]*?<\/script>/g, ''), { waitUntil: 'load' })
  const found = await new AxeBuilder({ page: copy })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  await context.close()
  expect(
    found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(' ')}`),
    page.url(),
  ).toEqual([])
}

test('(a) from sign-in to approval with one return, then a change', async ({
  page,
  browser,
  javaScriptEnabled,
}) => {
  test.setTimeout(180_000)
  const scripts = javaScriptEnabled !== false
  // Without scripts on the narrowest telephone; the reviewer has a desk.
  if (!scripts) await page.setViewportSize(NARROWEST)

  await test.step('sign in, read the notice, say where one belongs', async () => {
    await page.goto('/')
    await accessible(page)
    await signIn(page, 'lixiaoming')
    await expect(page.locator('[data-status="none"]')).toHaveCount(1)
    await accessible(page)
    await page.goto('/collection/personal')
    await expect(page).toHaveURL(/\/notice/)
    await accessible(page)
    await consent(page)
    await expect(page).toHaveURL(/\/collection\/scope/)
    await accessible(page)
    await press(page, 'step-scope')
    await expect(page).toHaveTitle(/^错误：/)
    await expect(page.locator('[data-error-summary] a').first()).toHaveAttribute(
      'href',
      /#applicantCategory$/,
    )
    await accessible(page)
    await fill(page, SCOPE)
    await press(page, 'step-scope')
    await expect(page).toHaveURL(/\/collection\/personal/)
  })

  await test.step('fill the steps; what is wrong is said at the field and kept', async () => {
    await fill(page, PERSONAL)
    await accessible(page)
    await press(page, 'step-personal')
    await expect(page).toHaveURL(/\/collection\/education/)
    await fill(page, { ...EDUCATION, ...month('ftGradDate', '2031', '7') })
    await press(page, 'step-education')
    await expect(page.locator('#ftGradDate-error')).toContainText('没有拿到毕业证的不算')
    await expect(page.locator('[name="ftGradDate.year"]')).toHaveValue('2031')
    await accessible(page)
    await fill(page, month('ftGradDate', '2014', '7'))
    await press(page, 'step-education')
    await expect(page).toHaveURL(/\/collection\/employment/)
    await fill(page, { ...EMPLOYMENT, ...month('accountingStartDate', '2014', '6') })
    await press(page, 'step-employment')
    await expect(page.locator('#accountingStartDate-error')).toContainText(
      '会计从事时间不得早于全日制学历（学位）获取时间',
    )
    await accessible(page)
    await fill(page, month('accountingStartDate', '2014', '7'))
    await press(page, 'step-employment')
    await expect(page).toHaveURL(/\/collection\/qualifications/)
    await accessible(page)
  })

  await test.step('add a qualification and the pictures', async () => {
    await addEntry(page, 'qualifications', QUALIFICATION)
    await expect(page.locator('[data-banner="saved"]')).toHaveCount(1)
    expect(await upload(page, await entryFile(page, 'qualifications'), await certificate(3))).toMatch(
      /accepted|adjusted/,
    )
    await accessible(page)
    await page.goto('/collection/check')
    await expect(page).toHaveTitle(/^错误：/)
    await expect(page.locator('[data-error-summary] a')).toHaveCount(3)
    await accessible(page)
    expect(await upload(page, '/collection/files/photo', await portrait())).toBe('adjusted')
    await accessible(page)
    await upload(page, '/collection/files/ftEducationFile', await certificate(1))
    await upload(page, '/collection/files/ftDegreeFile', await certificate(2))
    await page.goto('/collection')
    for (const id of ['personal', 'education', 'employment', 'qualifications', 'talents', 'remarks']) {
      await expect(page.locator(`[data-task="${id}"]`)).toHaveAttribute('data-task-status', 'done')
    }
    await accessible(page)
  })

  await test.step('check and submit; nothing can be changed while it waits', async () => {
    await submit(page)
    await expect(page.locator('main')).toContainText(/HN\d{8}/)
    await accessible(page)
    await page.goto('/collection/employment')
    await expect(page).toHaveURL(/\/collection\/receipt/)
    await page.goto('/collection')
    await expect(page.locator('[data-status="submitted"][data-kind="first"]').first()).toBeVisible()
    await accessible(page)
  })

  const reviewer = await another(browser, 'zhoumin', scripts)
  await test.step('the reviewer finds, claims and returns it with comments', async () => {
    await expect(reviewer).toHaveURL(/\/review/)
    await accessible(reviewer)
    await openApplication(reviewer, '李晓明')
    await expect(reviewer.locator('form[data-form="decision"]')).toHaveCount(0)
    await expect(reviewer.locator('main')).not.toContainText('410105199203159973')
    await accessible(reviewer)
    await claim(reviewer)
    await expect(reviewer.locator('main')).toContainText(/410105\s*19920315\s*9973/)
    await accessible(reviewer)
    await sendBack(reviewer, ['RR08'], { 'employment.unitName': '请填写营业执照上的全称' })
    await accessible(reviewer)
  })

  await test.step('the applicant sees the comment where it applies, mends it, submits again', async () => {
    await page.goto('/collection')
    await expect(page.locator('[data-status="returned"]').first()).toBeVisible()
    await expect(page.locator('[data-banner="returned"]')).toContainText('单位名称不规范')
    await expect(page.locator('[data-task="employment"]')).toHaveAttribute('data-task-status', 'fix')
    await expect(page.locator('[data-task="personal"]')).toHaveAttribute('data-task-status', 'locked')
    await accessible(page)
    await page.goto('/collection/employment')
    await expect(page.locator('[data-comment-for="employment.unitName"]')).toContainText(
      '请填写营业执照上的全称',
    )
    await expect(page.locator('[data-banner="returned"]')).toHaveCount(1)
    await accessible(page)
    // What is wrong with this page comes first; the return stands below it in one line, with its reasons.
    await fill(page, { unitName: '' })
    await press(page, 'step-employment')
    await expect(page.locator('[data-error-summary] a')).toHaveCount(1)
    await expect(page.locator('.banner.err')).toHaveCount(0)
    const returned = page.locator('[data-error-summary] + [data-banner="returned"]')
    await expect(returned).toContainText('单位名称不规范')
    await expect(page.locator('[data-banner="returned"]')).toHaveCount(1)
    await accessible(page)
    await returned.getByRole('link').click()
    await expect(page).toHaveURL(/#unitName$/)
    await expect(page.locator('[data-comment-for="employment.unitName"]')).toHaveCount(1)
    await page.goto('/collection/check')
    await expect(page.locator('[data-error-summary] + [data-banner="returned"]')).toHaveCount(1)
    await page.goto('/collection/employment')
    await fill(page, { unitName: '河南旅程示例科技有限公司' })
    await press(page, 'step-employment')
    await page.goto('/collection')
    await expect(page.locator('[data-task="employment"]')).toHaveAttribute('data-task-status', 'done')
    await submit(page)
  })

  await test.step('the reviewer sees what changed and approves', async () => {
    await openApplication(reviewer, '李晓明')
    const change = reviewer.locator('[data-change="employment.unitName"]')
    await expect(change.locator('del')).toContainText('河南旅程示例有限公司')
    await expect(change.locator('ins')).toContainText('河南旅程示例科技有限公司')
    await expect(change).toContainText('请填写营业执照上的全称')
    await accessible(reviewer)
    await claim(reviewer)
    await approve(reviewer)
  })

  await test.step('the applicant is told so, and files a change', async () => {
    await page.goto('/collection')
    await expect(page.locator('[data-banner="collected"]')).toContainText(COLLECTED)
    await expect(page.getByRole('link', { name: '信息变更' }).first()).toBeVisible()
    await accessible(page)
    await page.goto('/record')
    await expect(page.locator('main')).toContainText(COLLECTED)
    await accessible(page)
    await page.goto('/record/change')
    await accessible(page)
    await page.check('[name="parts"][value="personal"]')
    await press(page, 'change')
    await page.goto('/collection')
    await expect(page.locator('[data-status="draft"][data-kind="change"]').first()).toBeVisible()
    await expect(page.locator('[data-banner="collected"]')).toHaveCount(1)
    await page.goto('/collection/personal')
    await expect(page.locator('[data-old="personal.ethnicity"]')).toContainText('汉族')
    await accessible(page)
    await fill(page, { ethnicity: '03' })
    await press(page, 'step-personal')
    await submit(page)
  })

  await test.step('the reviewer approves the change', async () => {
    await openApplication(reviewer, '李晓明')
    await expect(reviewer.locator('[data-change="personal.ethnicity"] ins')).toContainText('回族')
    await claim(reviewer)
    await approve(reviewer)
    await page.goto('/record')
    await expect(page.locator('[data-field="personal.ethnicity"]')).toContainText('回族')
  })
})

test('the notice waits by the server’s clock, not by the page’s', async ({ page, request }) => {
  // Staff are ordinary people too; this one takes part in no other journey.
  await signIn(page, 'heli')
  await page.goto('/notice')
  const version = await page.locator('[name="noticeVersion"]').inputValue()
  expect(version).not.toBe('')
  await expect(page.locator('[name="consent"]')).toHaveCount(1)
  // A body made by hand at once: the server counts from the first showing.
  const inputs = await page
    .locator('form[data-form="notice"] input[type="hidden"]')
    .evaluateAll((all) => all.map((i) => [(i as HTMLInputElement).name, (i as HTMLInputElement).value]))
  const cookies = (await page.context().cookies()).map((c) => `${c.name}=${c.value}`).join('; ')
  const sent = await request.post('/notice', {
    headers: { cookie: cookies, origin: new URL(page.url()).origin },
    multipart: Object.fromEntries([...inputs, ['consent', 'yes'], ['sensitiveConsent', 'yes']]),
    maxRedirects: 0,
  })
  expect(sent.status()).toBe(303)
  const back = sent.headers().location ?? ''
  expect(back.includes('early=1') || back.includes('/collection')).toBe(true)
})
