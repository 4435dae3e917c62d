import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from '#support/children'
import { end, freePort, type Service, serve } from '#support/service'
import { ADDRESSES } from './support/addresses.ts'
import { bare, Rooms } from './support/rooms.ts'
import { sheetsOf, unstyled } from './support/sheets.ts'
import { fetchedWith, scriptsOf, weigh } from './support/weigh.ts'

// P5 and P6 of the budgets, in bytes: what is sent does not depend on how fast the machine is.
const KB = 1024
const SCRIPT = 12 * KB
const FIRST_LOAD = 28 * KB
const REQUESTS = 4
const HTML = 8 * KB

const SCOPE = { applicantCategory: 'employed', hasQualification: 'no', collectionDivisionCode: '410105' }
const STEPS = ['scope', 'personal', 'education', 'employment']

/** Needs a face check on a telephone; tests/oidc walks there. */
const RESET = '/idp/forgot/password'

const folder = mkdtempSync(join(tmpdir(), 'pages-'))
let service: Service
let rooms: Rooms
/** Path and HTML of every address. */
const seen: { path: string; status: number; html: string }[] = []

beforeAll(async () => {
  service = await serve(folder, await freePort())
  rooms = new Rooms(service.origin)
  const reason = { title: '名称要与公章一致', text: '请照公章写单位全称。' }
  await rooms.send('zhoumin', '/review/reasons', 'add-reason', reason)
  for (const address of ADDRESSES) {
    const { path, status, body } = await rooms.open(address)
    seen.push({ path, status, html: body })
  }
  const draft = { title6: '新增的一部分', body6: '第一段。' }
  const preview = await rooms.send('heli', '/admin/notices/new', 'draft-notice', draft)
  seen.push({ path: preview.path, status: preview.status, html: preview.body })
  // Somebody who opens each form for the first time.
  await rooms.send('lixiaoming', '/notice', 'notice', { consent: 'yes', sensitiveConsent: 'yes' })
  await rooms.send('lixiaoming', '/collection/scope', 'step-scope', SCOPE)
})
afterAll(async () => {
  await end(service.child, 'SIGKILL')
  rmSync(folder, { recursive: true })
})

/** The routes that have a page, by their folders. */
const routes = readdirSync(join(ROOT, 'app'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('page.tsx') && /(^|\/)page\.tsx$/.test(file))
  .map((file) => `/${file.replace(/(^|\/)page\.tsx$/, '').replace(/(^|\/)\([^)]*\)(?=\/|$)/g, '')}`)
  .map((route) => route.replace('//', '/'))

const fits = (route: string) => new RegExp(`^${route.replace(/\[[^\]]+\]/g, '[^/]+')}$`)

describe('every page', () => {
  test('is looked at', () => {
    expect(routes.length).toBeGreaterThan(50)
    const missing = routes.filter((route) => !seen.some(({ path }) => fits(route).test(bare(path))))
    expect(missing).toEqual([RESET])
    expect(seen.filter(({ status }) => status !== 200)).toEqual([])
  })

  test('refers to our own script alone; the cropper comes on its page only, the desk’s on the desk', () => {
    for (const { path, html } of seen) {
      const more = path.endsWith('/crop') ? ['/cropper.js'] : html.includes('desk-main') ? ['/desk.js'] : []
      expect(scriptsOf(html).sort(), path).toEqual([...more, '/enhance.js'])
      expect(html, path).not.toMatch(/\/_next\/[^"'\s]*\.js\b|modulepreload|\bas="script"|__next_f/)
    }
  })

  test('has no style of its own and no handler within it, so that the policy holds', () => {
    for (const { path, html } of seen) expect(html, path).not.toMatch(/<[a-z][^>]*\s(?:style|on[a-z]+)="/)
  })
})

describe('stylesheets', () => {
  const folder = join(ROOT, process.env.NEXT_DIST_DIR || '.next', 'static')
  const sheets = new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.css'))
      .map((name) => [`/_next/static/${name}`, readFileSync(join(folder, name), 'utf8')]),
  )
  const given = (html: string) => sheetsOf(html).map((at) => at.replace(/\?.*/, ''))

  test('a page loads at most two, a step of the form the first alone', () => {
    expect(sheets.size).toBe(4)
    const [core] = given(seen.find(({ path }) => path === '/collection/employment')?.html ?? '')
    for (const { path, html } of seen) {
      const links = given(html)
      expect(
        links.filter((at) => !sheets.has(at)),
        path,
      ).toEqual([])
      expect(links[0], path).toBe(core)
      expect(links.length, path).toBeLessThanOrEqual(2)
    }
    const steps = seen.filter(({ path }) => new RegExp(`^/collection/(${STEPS.join('|')})$`).test(path))
    expect(steps.length).toBeGreaterThanOrEqual(STEPS.length)
    for (const { path, html } of steps) expect(given(html), path).toHaveLength(1)
  })

  test('no class of a page has rules in one that the page does not load', () => {
    for (const { path, html } of seen) {
      const links = given(html)
      const rules = (own: boolean) =>
        [...sheets].filter(([at]) => links.includes(at) === own).map(([, css]) => css)
      expect(unstyled(html, rules(true), rules(false)), path).toEqual([])
    }
  })
})

describe('budgets in bytes', () => {
  test('all scripts together stay below 12 kB gzip', () => {
    const packed = ['enhance.js', 'cropper.js', 'desk.js'].map(
      (name) => gzipSync(readFileSync(join(ROOT, 'public', name)), { level: 6 }).length,
    )
    console.log(`enhance.js, cropper.js, desk.js: ${packed.join(', ')} B gzip`)
    for (const bytes of packed) expect(bytes).toBeGreaterThan(500)
    expect(packed.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(SCRIPT)
  })

  test.each(STEPS)('a form page, cold: %s', async (step) => {
    const { cookie } = await rooms.visitor('lixiaoming')
    const url = new URL(`/collection/${step}`, service.origin)
    const zipped = await weigh(url, cookie, 'gzip')
    expect([zipped.status, zipped.coding]).toEqual([200, 'gzip'])
    const page = await weigh(url, cookie, 'gzip, deflate, br')
    const html = (await rooms.open({ who: 'lixiaoming', path: url.pathname })).body
    const rest = fetchedWith(html)
    expect(rest.some((at) => at.endsWith('.css'))).toBe(true)
    const loads = await Promise.all(rest.map((at) => weigh(new URL(at, url), cookie, 'gzip, deflate, br')))
    expect(loads.map(({ status }) => status)).toEqual(rest.map(() => 200))
    const total = loads.reduce((sum, { bytes }) => sum + bytes, page.bytes)
    console.log(`${step}: HTML ${zipped.body.length} B gzip, ${total} B in ${1 + rest.length} requests`)
    expect(zipped.body.length).toBeLessThanOrEqual(HTML)
    expect(1 + rest.length).toBeLessThanOrEqual(REQUESTS)
    expect(total).toBeLessThanOrEqual(FIRST_LOAD)
  })
})
