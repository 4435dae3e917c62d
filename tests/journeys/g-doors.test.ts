import { expect, type Page, test } from '@playwright/test'
import { another, signIn } from './support/people.ts'

const APPLICANT = [
  '/notice',
  '/collection',
  '/collection/personal',
  '/collection/check',
  '/record',
  '/account',
]
const STAFF = ['/review', '/review/stats']

const open = async (page: Page, path: string) => {
  const answer = await page.request.get(path, { maxRedirects: 0 })
  return {
    status: answer.status(),
    location: answer.headers().location,
    body: await answer.text(),
    headers: answer.headers(),
  }
}

test('(g) signed out: every personal page leads to the sign-in and back', async ({ page }) => {
  for (const path of [...APPLICANT, ...STAFF, '/admin/staff', '/documents/000000000000000000000000']) {
    const answer = await open(page, path)
    expect(answer.status, path).toBe(303)
    expect(answer.location, path).toBe(`/login?returnTo=${encodeURIComponent(path)}`)
  }
})

test('(g) wrong role, other county, another’s and missing look the same', async ({
  page,
  browser,
  javaScriptEnabled,
}) => {
  test.setTimeout(120_000)
  const scripts = javaScriptEnabled !== false
  await signIn(page, 'wangfang')
  const missing = await open(page, '/documents/000000000000000000000000')
  expect(missing.status).toBe(404)
  for (const path of [...STAFF, '/admin/staff', '/review/000000000000000000000000', '/collection/nonsense']) {
    const answer = await open(page, path)
    expect(answer.status, path).toBe(404)
    expect(answer.body, path).toBe(missing.body)
  }

  const jinshui = await another(browser, 'wugang', scripts)
  const liuyang = jinshui.locator('[data-application]').filter({ hasText: '刘洋' })
  await jinshui.goto('/review?status=returned')
  const id = await liuyang.first().getAttribute('data-application')
  expect((await open(jinshui, `/review/${id}`)).status).toBe(200)
  const wancheng = await another(browser, 'zhenghong', scripts)
  const foreign = await open(wancheng, `/review/${id}`)
  expect(foreign.status).toBe(404)
  expect(foreign.body).toBe(missing.body)
  await wancheng.goto('/review?status=returned')
  await expect(wancheng.locator('[data-application]').filter({ hasText: '刘洋' })).toHaveCount(0)
  expect((await open(wancheng, '/admin/staff')).status).toBe(404)

  await jinshui.goto(`/review/${id}`)
  const picture = await jinshui
    .locator('img[src^="/documents/"], a[href^="/documents/"]')
    .first()
    .evaluate((el) => el.getAttribute('src') ?? el.getAttribute('href'))
  expect((await open(jinshui, picture ?? '')).status).toBe(200)
  expect((await open(wancheng, picture ?? '')).status).toBe(404)
  expect((await open(page, picture ?? '')).status).toBe(404)
})

test('personal pages are not kept by the browser, and only our script is on them', async ({ page }) => {
  await signIn(page, 'wangfang')
  for (const path of [
    '/collection',
    '/collection/personal',
    '/collection/files/photo',
    '/collection/check',
  ]) {
    const answer = await open(page, path)
    expect(answer.status, path).toBe(200)
    expect(answer.headers['cache-control'], path).toBe('private, no-store')
    const scripts = answer.body.match(/<script[^>]*>/g) ?? []
    expect(scripts, path).toHaveLength(1)
    expect(scripts[0], path).toContain('data-enhance')
    expect(answer.body, path).not.toContain('410105198809219980')
  }
})

test('after signing out, going back shows nobody’s pages', async ({ page }) => {
  await signIn(page, 'wangfang')
  await page.goto('/collection/personal')
  await expect(page.locator('main')).toContainText('王芳')
  await page.locator('form[data-form="logout"] button').click()
  await expect(page.locator('form[data-form="logout"]')).toHaveCount(0)
  for (let n = 0; n < 3; n++) {
    await page.goBack()
    await expect(page.locator('body')).not.toContainText('王芳')
    await expect(page.locator('body')).not.toContainText('9980')
  }
})

test('a post from elsewhere is refused', async ({ page, request }) => {
  await page.goto('/')
  const origins: Record<string, string>[] = [{ origin: 'https://evil.example' }, { origin: 'null' }, {}]
  for (const headers of origins) {
    const answer = await request.post('/logout', { headers, maxRedirects: 0 })
    expect(answer.status()).toBe(403)
  }
})
