import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { end, freePort, type Service, serve } from '#support/service'
import { Rooms } from '../pages/support/rooms.ts'

// Fetched by its exact version when it is asked for: it would treble what a clean installation loads.
const LIGHTHOUSE = 'lighthouse@13.5.0'
const CATEGORIES = ['accessibility', 'best-practices']
const FLAGS = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking']

interface Report {
  readonly finalDisplayedUrl: string
  readonly categories: Readonly<
    Record<string, { readonly score: number; readonly auditRefs: readonly { readonly id: string }[] }>
  >
  readonly audits: Readonly<Record<string, { readonly score: number | null; readonly title: string }>>
}

const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'))
let service: Service
let rooms: Rooms
beforeAll(async () => {
  service = await serve(folder, await freePort())
  rooms = new Rooms(service.origin)
})
afterAll(async () => {
  await end(service.child, 'SIGKILL')
  rmSync(folder, { recursive: true })
})

async function reportOn(url: string, cookie: string): Promise<Report> {
  const { stdout } = await promisify(execFile)(
    'npm',
    [
      ...['exec', '--yes', '--', LIGHTHOUSE, url, '--quiet', '--output=json', '--output-path=stdout'],
      `--only-categories=${CATEGORIES.join(',')}`,
      `--extra-headers=${JSON.stringify(cookie ? { Cookie: cookie } : {})}`,
      `--chrome-flags=${FLAGS.join(' ')}`,
    ],
    { maxBuffer: 64_000_000, env: { ...process.env, CHROME_PATH: process.env.CHROMIUM_PATH } },
  )
  return JSON.parse(stdout) as Report
}

/** The audits of a category that are less than whole. */
const faults = ({ audits, categories }: Report, category: string): string[] =>
  (categories[category]?.auditRefs ?? []).flatMap(({ id }) => {
    const { score = null, title } = audits[id] ?? {}
    return score === null || score === 1 ? [] : [`${id}: ${title}`]
  })

test.each([
  ['the start', undefined, '/'],
  ['the task list', 'wangfang', '/collection'],
  ['a form page', 'wangfang', '/collection/employment'],
  ['the check before submitting', 'wangfang', '/collection/check'],
  ['the queue of a county', 'zhoumin', '/review'],
])('%s: nothing to find fault with', async (_, who, path) => {
  const { cookie } = await rooms.visitor(who)
  const report = await reportOn(`${service.origin}${path}`, cookie)
  expect(new URL(report.finalDisplayedUrl).pathname).toBe(path)
  for (const category of CATEGORIES) {
    expect(faults(report, category), category).toEqual([])
    expect(report.categories[category]?.score, category).toBe(1)
  }
})
