import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { DEMO_PASSWORD } from '#db/seed/people'
import { numberOf } from '#support/stand-in'
import { type Floor, startFloor } from './floor.ts'
import { BenchError, type Options } from './options.ts'
import type { Row } from './report.ts'
import { compete, type Measured } from './rounds.ts'
import { type Service, serve } from './service.ts'

/** The step of eight fields, like the floor's, which the goals are set on; no picture of the person's own is in it. */
const EIGHT = '/collection/qualifications/new'
/** The longest step, of more than twenty. */
const LONGEST = '/collection/employment'
/** Slow 4G and a telephone's processor, as the goal names them. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 }
const SLOWER = 4

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>

interface Place {
  readonly url: string
  readonly cookies: Cookies
}

/** What one cold load of a page has cost. */
interface Load {
  /** Milliseconds to the first and the largest paint. */
  readonly first: number
  readonly largest: number
  /** Milliseconds that scripts have run. */
  readonly scripts: number
  readonly requests: number
  /** Bytes over the wire: all, the page itself, the scripts. */
  readonly bytes: number
  readonly html: number
  readonly script: number
}

const largestPaint = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const seen = (list: PerformanceObserverEntryList) => resolve(list.getEntries().at(-1)?.startTime ?? 0)
        new PerformanceObserver(seen).observe({ type: 'largest-contentful-paint', buffered: true })
      }),
  )

/** Loads a page with nothing kept, slowed down when asked. */
async function load(browser: Browser, { url, cookies }: Place, slowly: boolean): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  try {
    await context.addCookies(cookies)
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Performance.enable')
    const kinds = new Map<string, string>()
    const sizes = new Map<string, number>()
    session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
      sizes.set(requestId, encodedDataLength),
    )
    if (slowly) {
      await session.send('Network.emulateNetworkConditions', NETWORK)
      await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    }
    const answer = await page.goto(url, { waitUntil: 'networkidle' })
    if (answer?.status() !== 200 || page.url() !== url) throw new BenchError(`${url} gave ${page.url()}.`)
    const largest = await largestPaint(page)
    const first = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    )
    const { metrics } = await session.send('Performance.getMetrics')
    const of = (kind: string) =>
      [...sizes].reduce((sum, [id, bytes]) => sum + (kinds.get(id) === kind ? bytes : 0), 0)
    return {
      first,
      largest,
      scripts: 1000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0),
      requests: sizes.size,
      bytes: [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0),
      html: of('Document'),
      script: of('Script'),
    }
  } finally {
    await context.close()
  }
}

/** Signs somebody in who is in the middle of the form. */
async function signedIn(browser: Browser, { origin }: Service): Promise<Cookies> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${origin}/login`)
  await page.locator('form[data-form="login"] button').first().click()
  await page.fill('[name="account"]', numberOf('wangfang'))
  await page.fill('[name="password"]', DEMO_PASSWORD)
  await page.locator('form[data-form="idp-login"] button').first().click()
  await page.waitForURL(`${origin}/**`)
  const cookies = await context.cookies()
  await context.close()
  return cookies
}

/**
 * P7: paints and script time against the framework's own form, on a slow line and a slow processor. A page that is
 * not comparable has no goal.
 */
async function paints(
  browser: Browser,
  floor: Place,
  ours: Place,
  { rounds, page, goal }: { rounds: number; page: string; goal: Row['goal'] },
): Promise<Row[]> {
  const rows: Row[] = []
  for (const [what, name] of [
    ['first paint', 'first'],
    ['largest paint', 'largest'],
    ['script time', 'scripts'],
  ] as const) {
    const cost = (place: Place) => async () => (await load(browser, place, true))[name]
    const measured = await compete(cost(floor), cost(ours), { rounds, unit: 'ms' })
    rows.push({ metric: 'P7', what: `${page}: ${what}`, measured, goal })
  }
  return rows
}

/** P5 and P6: what a cold load of the form sends. One load each: bytes do not vary. */
async function weights(browser: Browser, floor: Place, ours: Place): Promise<Row[]> {
  const [theirs, own] = [await load(browser, floor, false), await load(browser, ours, false)]
  const row = (
    metric: string,
    what: string,
    name: keyof Load,
    most: number,
    scale: number,
    unit: string,
  ): Row => {
    const [first, second] = [theirs[name] / scale, own[name] / scale]
    const ratio = { median: second / first, low: second / first, high: second / first, off: 0 }
    const measured: Measured = { unit, first, second, ratio, same: { median: 1, low: 1, high: 1, off: 0 } }
    return { metric, what, measured, value: second, goal: { most } }
  }
  return [
    row('P5', 'scripts on first load', 'script', 12, 1024, 'kB'),
    row('P6', 'all that is sent', 'bytes', 28, 1024, 'kB'),
    row('P6', 'requests', 'requests', 4, 1, ''),
    row('P6', 'the page itself', 'html', 8, 1024, 'kB'),
  ]
}

/**
 * P5 to P7: a form page of ours in a real browser, against a form of eight fields as the framework makes it.
 * @throws BenchError when there is no browser, or a page is not the one asked for
 */
export async function browser({ root, rounds }: Options): Promise<Row[]> {
  // Named by scripts/run.mjs where there is one.
  const executablePath = process.env.CHROMIUM_PATH
  if (!executablePath) throw new BenchError('There is no Chromium; set CHROMIUM_PATH.')
  const folder = mkdtempSync(join(tmpdir(), 'bench-browser-'))
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync']
  const opened = await chromium.launch({ executablePath, args })
  let floor: Floor | undefined
  let service: Service | undefined
  try {
    floor = await startFloor(root)
    service = await serve({ file: join(folder, 'app.db'), folder })
    const theirs = { url: `${floor.origin}/form`, cookies: [] }
    const cookies = await signedIn(opened, service)
    const eight = { url: `${service.origin}${EIGHT}`, cookies }
    const longest = { url: `${service.origin}${LONGEST}`, cookies }
    return [
      // Bytes are held on the longest: what fits there fits everywhere.
      ...(await weights(opened, theirs, longest)),
      ...(await paints(opened, theirs, eight, { rounds, page: 'step of eight fields', goal: { most: 1 } })),
      ...(await paints(opened, theirs, longest, { rounds, page: 'longest step', goal: undefined })),
    ]
  } finally {
    await opened.close()
    await service?.end()
    await floor?.end()
    rmSync(folder, { recursive: true, force: true })
  }
}
