import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { readXlsx } from 'hucre/xlsx'
import { another, PEOPLE, press, signIn } from './support/people.ts'

// What counts and files show does not depend on scripts; the pages have none of their own.
test.skip(({ javaScriptEnabled }) => javaScriptEnabled !== false, 'without scripts')

/** Presses the form's button and opens the file that comes. */
async function exported(page: Page): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent('download')
  await press(page, 'export')
  const file = await coming
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}

/** The rows of the only sheet as heading → text. */
async function rowsOf(bytes: Buffer): Promise<Record<string, unknown>[]> {
  const [sheet] = (await readXlsx(bytes)).sheets
  const [head = [], ...rows] = sheet?.rows ?? []
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [String(name), row[at] ?? ''])))
}

test('(i) the desk exports what it shows: masked, whole with a purpose, and the person learns of it', async ({
  page,
  browser,
}) => {
  await signIn(page, 'zhoumin', '/review/export')
  await page.goto('/review/export?f=status%3Dreturned')
  await expect(page.locator('main')).toContainText('已退回')

  const masked = await exported(page)
  expect(masked.name).toMatch(/^people-\d{4}-\d\d-\d\d-[a-p]{8}\.xlsx$/)
  const [person, ...others] = (await rowsOf(masked.bytes)).filter((row) => row.姓名 === '刘洋')
  expect(others).toEqual([])
  expect(person).toMatchObject({
    状态: '已退回',
    受理财政部门代码: '410105',
    身份证件类型代码: '111',
    证件号码: '410***********9990',
    民族代码: expect.stringMatching(/^\d\d$/),
  })
  expect(masked.bytes.toString('latin1')).not.toContain(PEOPLE.liuyang)

  // Whole numbers without a purpose: told at the field, nothing is sent.
  await page.selectOption('[name="numbers"]', 'full')
  await press(page, 'export')
  await expect(page.locator('[data-error-summary] a[href="#purpose"]')).toHaveCount(1)
  await expect(page).toHaveTitle(/^错误：/)
  await expect(page.locator('[name="numbers"]')).toHaveValue('full')
  expect(page.url()).not.toContain(PEOPLE.liuyang)

  await page.fill('[name="purpose"]', '核对年度名册')
  const [whole] = (await rowsOf((await exported(page)).bytes)).filter((row) => row.姓名 === '刘洋')
  expect(whole).toMatchObject({ 证件号码: PEOPLE.liuyang, 手机号: '13800000004' })

  await page.goto('/review/export?f=status%3Dall')
  await page.selectOption('[name="format"]', 'csv')
  await page.selectOption('[name="table"]', 'education')
  const csv = await exported(page)
  expect(csv.name).toMatch(/\.csv$/)
  const text = csv.bytes.toString('utf8')
  expect(text.startsWith('\uFEFF受理编号,')).toBe(true)
  expect(text).toContain('刘洋')
  expect(text).not.toContain(PEOPLE.liuyang)

  const own = await another(browser, 'liuyang', false)
  await own.goto('/record/access')
  await expect(own.locator('main')).toContainText('金水区')
})

test('(i) oversight sees its area in figures, charts and a workbook, and exports no whole numbers', async ({
  page,
  browser,
}) => {
  await signIn(page, 'fengtao')
  await expect(page).toHaveURL(/\/review\/stats/)
  const main = page.locator('main')
  await expect(main).toContainText('郑州市 12 个财政部门')
  await expect(main.locator('svg[role="img"]').first()).toBeVisible()
  // Every chart has its figures as a table.
  expect(await main.locator('.chart table').count()).toBe(await main.locator('.chart').count())
  await expect(main.locator('[data-area="410105"]')).toContainText('金水区')

  for (const area of ['411302', '411300', '410000']) {
    await page.goto(`/review/stats?area=${area}`)
    await expect(main).not.toContainText('宛城区')
    await expect(main.locator('tbody [data-area]')).toHaveCount(12)
  }
  await page.goto('/review/stats?area=410105&from=2026-02-30')
  await expect(main).toContainText('日期请写成')
  await expect(main.locator('tbody [data-area]')).toHaveCount(1)
  await expect(main.locator('[data-area="average"]')).toContainText('全省平均')

  await page.goto('/review/stats')
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: '导出 XLSX' }).click()
  const { sheets } = await readXlsx(await readFile(await (await coming).path()))
  expect(sheets.map((sheet) => sheet.name)).toEqual(['说明', '各财政部门', '每周', '用时', '退回原因'])
  expect(sheets[1]?.rows.slice(-2).map(([name]) => name)).toEqual(['合计', '全省平均'])
  const offices = sheets[1]?.rows.slice(1, -2) ?? []
  expect(offices.map(([name]) => name)).toContain('金水区')
  expect(offices).toHaveLength(12)

  await page.goto('/review/export')
  await expect(page.locator('[name="numbers"] option')).toHaveCount(1)
  // A posted wish for whole numbers is refused all the same.
  const refused = await page.request.post('/review/export/file', {
    form: { table: 'people', numbers: 'full', purpose: '核对年度名册' },
    headers: { origin: new URL(page.url()).origin },
    maxRedirects: 0,
  })
  expect(refused.status()).toBe(303)
  expect(refused.headers().location).toContain('/review/export?')

  const province = await another(browser, 'heli', false)
  await province.goto('/review/stats')
  await expect(province.locator('main')).toContainText('全省 157 个财政部门')
  await expect(province.locator('[data-area="average"]')).toHaveCount(0)
  await province.goto('/review/export')
  await expect(province.locator('form[data-form="export"]')).toHaveCount(0)
  const nothing = await province.request.post('/review/export/file', {
    form: { table: 'people' },
    headers: { origin: new URL(province.url()).origin },
    maxRedirects: 0,
  })
  expect(nothing.status()).toBe(404)

  const applicant = await another(browser, 'mayinur', false)
  for (const path of ['/review/stats', '/review/stats/file', '/review/export']) {
    expect((await applicant.goto(path))?.status(), path).toBe(404)
  }
})
