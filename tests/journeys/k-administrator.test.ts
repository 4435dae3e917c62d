import { expect, type Page, test } from '@playwright/test'
import { consent } from './support/fill.ts'
import { another, type Key, PEOPLE, press, signIn } from './support/people.ts'
import { openApplication } from './support/review.ts'

// What the province's administrator keeps, one after the other on one store: the last closes an office.
test.describe.configure({ mode: 'serial' })

const PAGES = [
  '/admin/staff',
  '/admin/offices',
  '/admin/offices/new',
  '/admin/offices/410105',
  '/admin/offices/410105/close',
  '/admin/reasons',
  '/admin/reasons/RR01',
  '/admin/notices',
  '/admin/notices/new',
  '/admin/notices/preview',
  '/admin/notices/2026-01',
  '/admin/calendar',
  '/admin/audit',
]
const FORMS = [
  ['/admin/reasons', 'add-reason'],
  ['/admin/reasons/RR01', 'change-reason'],
  ['/admin/notices/new', 'draft-notice'],
  ['/admin/offices/410105', 'edit-office'],
  ['/admin/offices/410105/close', 'close-office'],
  ['/admin/offices/new', 'open-office'],
  ['/admin/calendar', 'add-days'],
  ['/admin/calendar?window=new', 'save-window'],
  ['/admin/audit', 'audit'],
] as const

const table = (page: Page) => page.locator('table tbody')
const errors = (page: Page) => page.locator('[data-error-summary] a')
const saved = (page: Page) => expect(page.locator('[data-banner="saved"]')).toHaveCount(1)

/** What a form would post, as another browser could send it. */
async function bodyOf(page: Page, path: string, form: string): Promise<Record<string, string>> {
  await page.goto(path)
  return page.locator(`form[data-form="${form}"]`).evaluate((element) => {
    const body: Record<string, string> = {}
    for (const [name, value] of new FormData(element as HTMLFormElement)) body[name] = String(value)
    return body
  })
}

test('(k) nobody else reaches a page or an action of the administration', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000)
  for (const path of PAGES) {
    const answer = await page.request.get(path, { maxRedirects: 0 })
    expect(answer.status(), path).toBe(303)
    expect(answer.headers().location, path).toBe(`/login?returnTo=${encodeURIComponent(path)}`)
  }
  await signIn(page, 'heli')
  const bodies: [string, Record<string, string>][] = []
  for (const [path, form] of FORMS) bodies.push([path, await bodyOf(page, path, form)])
  for (const who of ['zhoumin', 'fengtao', 'wangfang'] satisfies Key[]) {
    const other = await another(browser, who, false)
    for (const path of PAGES) {
      const answer = await other.request.get(path, { maxRedirects: 0 })
      expect(answer.status(), `${who} ${path}`).toBe(404)
    }
    for (const [path, multipart] of bodies) {
      const headers = { origin: baseURL ?? '' }
      const answer = await other.request.post(path, { multipart, headers, maxRedirects: 0 })
      expect(answer.status(), `${who} posts to ${path}`).toBe(404)
    }
    await other.context().close()
  }
})

test('(k) reasons: added, kept when refused, changed as a new version, retired', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000)
  await signIn(page, 'heli')
  await page.goto('/admin/reasons')
  await expect(page.locator('[data-reason]')).toHaveCount(17)
  await page.fill('[name="title"]', '社保证明过期')
  await page.fill('[name="text"]', '请{姓名}上传')
  await press(page, 'add-reason')
  await expect(page).toHaveTitle(/^错误：/)
  await expect(errors(page)).toHaveCount(1)
  await expect(page.locator('#text-error')).toContainText('{姓名}')
  await expect(page.locator('[name="title"]')).toHaveValue('社保证明过期')
  await page.fill('[name="text"]', '“{字段}”已过期，请上传近三个月的证明，疑问请致电{电话}。')
  await page.locator('details', { hasText: '常用在哪些字段' }).locator('summary').click()
  await page.check('[name="fields"][value="employment.unitName"]')
  await press(page, 'add-reason')
  await saved(page)
  await expect(page.locator('[data-reason="RR17"]')).toContainText('社保证明过期')

  const reviewer = await another(browser, 'zhoumin', false)
  await openApplication(reviewer, '张伟')
  await press(reviewer, 'claim')
  await expect(reviewer.locator('form[data-form="decision"]')).toContainText('社保证明过期')

  // The words of a decision stay what they were on its day.
  const liuyang = await another(browser, 'liuyang', false)
  const banner = liuyang.locator('[data-banner="returned"]')
  await liuyang.goto('/collection')
  await expect(banner).toContainText('学历证书缺失或不清')
  await page.goto('/admin/reasons/RR03')
  await page.fill('[name="title"]', '学历证书看不清')
  await press(page, 'change-reason')
  await saved(page)
  await page.goto('/admin/reasons/RR03')
  await expect(page.locator('[data-version]')).toHaveCount(2)
  await liuyang.goto('/collection')
  await expect(banner).toContainText('学历证书缺失或不清')
  await reviewer.reload()
  await expect(reviewer.locator('form[data-form="decision"]')).toContainText('学历证书看不清')

  await page.goto('/admin/reasons/RR17')
  await press(page, 'retire-reason')
  await saved(page)
  await reviewer.reload()
  await expect(reviewer.locator('form[data-form="decision"]')).not.toContainText('社保证明过期')
  await page.goto('/admin/reasons/RR17')
  await press(page, 'retire-reason')
  await expect(page.locator('[data-reason="RR17"]')).toContainText('在用')
})

test('(k) notices: previewed, published, read again by who has not submitted', async ({ page, browser }) => {
  test.setTimeout(120_000)
  await signIn(page, 'heli')
  await page.goto('/admin/notices/new')
  await press(page, 'draft-notice')
  await expect(errors(page)).toHaveText('和现行的须知完全一样，没有要发布的改动')
  await page.fill('[name="title6"]', '新增的一部分')
  await page.fill('[name="body6"]', '第一段。\n第二段。')
  await press(page, 'draft-notice')
  await expect(page).toHaveURL(/\/admin\/notices\/preview\?held=/)
  await expect(page.locator('[data-change="added"]')).toHaveCount(3)
  await expect(page.locator('[data-change="removed"]')).toHaveCount(0)

  const draft = await another(browser, 'wangfang', false)
  await draft.goto('/collection/personal')
  await expect(draft.locator('form[data-form="step-personal"]')).toHaveCount(1)
  await press(page, 'publish-notice')
  await saved(page)
  await expect(page.locator('[data-notice]')).toHaveCount(2)
  await page.locator('[data-notice]').first().locator('a').click()
  await expect(page.locator('[data-change="added"]')).toHaveCount(3)

  // A form that lay open is still saved; the next page is the notice.
  await draft.fill('[name="email"]', 'wang@example.com')
  await draft.locator('form[data-form="step-personal"] button[value="save"]').click()
  await expect(draft.locator('main')).toContainText('须知有新版本')
  for (const path of ['/collection/personal', '/collection/qualifications', '/collection/check']) {
    await draft.goto(path)
    await expect(draft).toHaveURL(/\/notice$/)
  }
  await expect(draft.locator('.article')).toContainText('新增的一部分')
  await consent(draft)
  await draft.goto('/collection/personal')
  await expect(draft.locator('[name="email"]')).toHaveValue('wang@example.com')

  const waiting = await another(browser, 'zhangwei', false)
  await waiting.goto('/collection/receipt')
  await expect(waiting).toHaveURL(/\/collection\/receipt$/)
})

const shanghaiDay = (ahead: number) =>
  new Date(Date.now() + 8 * 3_600_000 + ahead * 86_400_000).toISOString().slice(0, 10)

test('(k) calendar and exams: days off move what is promised, windows are kept', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000)
  await signIn(page, 'heli')
  const waiting = await another(browser, 'zhangwei', false)
  const promised = async () => {
    await waiting.goto('/collection/receipt')
    return waiting
      .getByText(/预计 .+前/)
      .first()
      .innerText()
  }
  const before = await promised()
  await page.goto('/admin/calendar')
  await page.fill('[name="from"]', '2026-02-30')
  await press(page, 'add-days')
  await expect(errors(page)).toHaveCount(2)
  await expect(page.locator('[name="from"]')).toHaveValue('2026-02-30')
  await page.fill('[name="from"]', shanghaiDay(-1))
  await page.fill('[name="to"]', shanghaiDay(12))
  await page.selectOption('[name="kind"]', 'off')
  await page.fill('[name="note"]', '临时放假')
  await press(page, 'add-days')
  await saved(page)
  await expect(page.locator('[data-day]')).toHaveCount(14)
  expect(await promised()).not.toBe(before)
  for (let left = 14; left > 0; left--) {
    await page.locator('[data-day] button').first().click()
    await expect(page.locator('[data-day]')).toHaveCount(left - 1)
  }
  expect(await promised()).toBe(before)

  const windows = page.locator('[data-window]')
  const count = await windows.count()
  await page.goto('/admin/calendar?window=new')
  await page.selectOption('[name="exam"]', 'senior')
  await page.fill('[name="name"]', '2028 年高级资格考试')
  await page.fill('[name="opens"]', '2028-01-20')
  await page.fill('[name="closes"]', '2028-01-05')
  await press(page, 'save-window')
  await expect(page.locator('#closes-error')).toBeVisible()
  await expect(page.locator('[name="name"]')).toHaveValue('2028 年高级资格考试')
  await page.fill('[name="closes"]', '2028-01-25')
  await press(page, 'save-window')
  await saved(page)
  await expect(windows).toHaveCount(count + 1)
  const added = windows.filter({ hasText: '2028 年高级资格考试' })
  await added.locator('a').click()
  await page.fill('[name="examDate"]', '2028-05-13')
  await press(page, 'save-window')
  await expect(added).toContainText('2028-05-13')
  await added.locator('button').click()
  await expect(windows).toHaveCount(count)
})

test('(k) audit: found by a number that is in no address, masked, and itself on record', async ({ page }) => {
  test.setTimeout(120_000)
  const addresses: string[] = []
  page.on('request', (request) => addresses.push(request.url()))
  await signIn(page, 'heli')
  await page.goto('/admin/audit')
  await press(page, 'audit')
  await expect(errors(page)).toHaveText('请至少填写一个查询条件')

  await page.fill('[name="idNumber"]', PEOPLE.chenjing)
  await press(page, 'audit')
  await expect(page.locator('[data-event="approve"]')).toHaveCount(1)
  await expect(page.locator('[data-event="submit"]')).toHaveCount(1)
  await expect(table(page)).toContainText('陈*')
  await expect(table(page)).not.toContainText('陈静')
  await expect(table(page)).not.toContainText(PEOPLE.chenjing)
  const events = await page.locator('[data-event]').count()
  await page.selectOption('[name="verb"]', 'approve')
  await press(page, 'audit')
  expect(events).toBeGreaterThan(1)
  await expect(page.locator('[data-event]')).toHaveCount(1)

  await page.goto('/admin/audit')
  await page.fill('[name="idNumber"]', '410105199001019999')
  await press(page, 'audit')
  await expect(page.locator('main')).toContainText('没有找到这个证件号码的人')

  await page.goto('/admin/audit')
  await page.selectOption('[name="verb"]', 'auditSearch')
  await press(page, 'audit')
  await expect(page.locator('[data-event="auditSearch"]')).toHaveCount(4)
  await page.goto('/admin/audit?search=abcdefabcdefabcdefabcdef')
  await expect(page.locator('[data-event]')).toHaveCount(0)
  expect(addresses.filter((address) => /\d{17}/.test(address))).toEqual([])
})

test('(k) offices: changed, opened, and closed in favour of a successor', async ({ page, browser }) => {
  test.setTimeout(120_000)
  await signIn(page, 'heli')
  await page.goto('/admin/offices')
  await page.locator('[data-office="410105"] a').click()
  await page.fill('[name="phone"]', '请打总机')
  await press(page, 'edit-office')
  await expect(page.locator('#phone-error')).toBeVisible()
  await expect(page.locator('[name="phone"]')).toHaveValue('请打总机')
  await page.fill('[name="phone"]', '0371-63010105')
  await page.check('[name="fastLane"]')
  await press(page, 'edit-office')
  await saved(page)
  await expect(page.locator('[name="fastLane"]')).toBeChecked()
  await page.goto('/contacts?q=金水区')
  await expect(page.locator('main')).toContainText('0371-63010105')

  await page.goto('/admin/offices/new')
  await press(page, 'open-office')
  await expect(errors(page)).toHaveCount(4)
  await page.selectOption('[name="divisionCode"]', '410105')
  await page.fill('[name="name"]', '金水科教园区财政局')
  await page.fill('[name="phone"]', '0371-63010106')
  await page.fill('[name="address"]', '郑州市金水区杨金路')
  await press(page, 'open-office')
  await saved(page)
  await page.goto('/contacts?q=科教园区')
  await expect(page.locator('main')).toContainText('0371-63010106')

  const waiting = await another(browser, 'zhangwei', false)
  await waiting.goto('/collection/receipt')
  await expect(waiting.locator('main')).toContainText('金水区财政局')
  const reviewer = await another(browser, 'zhoumin', false)
  await reviewer.goto('/review?status=all')
  await expect(reviewer.locator('[data-application]')).not.toHaveCount(0)

  await page.goto('/admin/offices/410105/close')
  await press(page, 'close-office')
  await expect(page.locator('#successorId-error')).toBeVisible()
  await page.selectOption('[name="successorId"]', '410102')
  await press(page, 'close-office')
  await saved(page)
  await expect(page.locator('main')).toContainText('申请和记录已全部移交')
  await expect(page.locator('form[data-form="edit-office"]')).toHaveCount(0)

  await waiting.goto('/collection/receipt')
  await expect(waiting.locator('main')).toContainText('中原区财政局')
  await reviewer.goto('/review?status=all')
  await expect(reviewer.locator('[data-application]')).toHaveCount(0)
  const contacts = await page.request.get(`/contacts?q=${encodeURIComponent('金水区财政局')}`)
  expect(await contacts.text()).not.toContain('0371-63010105')
  const draft = await another(browser, 'wangfang', false)
  await draft.goto('/collection')
  await expect(draft.locator('main')).toContainText('中原区财政局')
})
