import { join } from 'node:path'
import { build, formKey } from './build.mjs'
import { run } from './children.mjs'
import { chromium } from './chromium.mjs'
import { forget, playwrightCounts, sum, vitestCounts } from './counts.mjs'
import { findPostgres, withPostgres } from './postgres.mjs'
import { withServer } from './served.mjs'
import { storeSuites } from './suites.mjs'

/** @typedef {import('./counts.mjs').Counts} Counts */

/** Minutes that a run may take on two cores. */
const BUDGET = 28

/** @type {(code: number) => Counts} */
const asOne = (code) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })

/**
 * @param {string} root
 * @param {string} name of the report
 * @param {string | undefined} databaseUrl
 * @param {readonly string[]} [suites] all when none is named
 * @returns {Promise<Counts>}
 */
async function vitest(root, name, databaseUrl, suites = []) {
  const file = join(root, 'test-results', `${name}.json`)
  forget(file)
  const code = await run(
    root,
    'vitest',
    ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`, ...suites],
    { NODE_ENV: 'test', DATABASE_URL: databaseUrl },
  )
  return vitestCounts(file, code)
}

/**
 * The suites of the store once more, on a PostgreSQL of our own.
 * @param {string} root
 * @returns {Promise<Counts>}
 */
async function postgres(root) {
  const bin = await findPostgres(root)
  if (!bin) {
    console.error(
      '\n*** NO POSTGRESQL FOUND: THE SUITES OF THE STORE HAVE RUN ON SQLITE ONLY. Install 15 or later. ***\n',
    )
    return asOne(process.env.CI === 'true' ? 1 : 0)
  }
  return withPostgres(root, bin, (url) => vitest(root, 'vitest-postgres', url, storeSuites(root)))
}

/**
 * One project of browser journeys against a fresh server and a fresh store.
 * @param {string} root
 * @param {string} project
 * @param {string} browser
 * @param {readonly string[]} filters
 * @returns {Promise<Counts>}
 */
function journeys(root, project, browser, filters) {
  const file = join(root, 'test-results', `journeys-${project}.json`)
  forget(file)
  return withServer(root, { NOTICE_LOCK_SECONDS: '1' }, async (origin) => {
    const code = await run(
      root,
      'playwright',
      [
        'test',
        `--project=${project}`,
        `--output=test-results/journeys-${project}`,
        '--pass-with-no-tests',
        ...filters,
      ],
      {
        JOURNEY_ORIGIN: origin,
        CHROMIUM_PATH: browser,
        PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      },
    )
    return playwrightCounts(file, code)
  })
}

/**
 * The journeys without scripts come first: every page must work whole without them.
 * @param {string} root
 * @param {readonly string[]} filters
 * @returns {Promise<Counts>}
 */
async function browser(root, filters) {
  const path = chromium()
  if (!path) {
    console.error('\n*** NO BROWSER FOUND: THE JOURNEYS HAVE NOT RUN. Set CHROMIUM_PATH. ***\n')
    return asOne(process.env.CI === 'true' ? 1 : 0)
  }
  const nojs = await journeys(root, 'nojs', path, filters)
  return sum([nojs, await journeys(root, 'js', path, filters)])
}

/** @type {Record<string, (root: string, filters: readonly string[]) => Promise<Counts>>} */
const PARTS = {
  types: async (root) => asOne(await run(root, 'tsc', ['--noEmit', '-p', '.'])),
  lint: async (root) => asOne(await run(root, 'biome', ['check', '.'])),
  unit: (root) => vitest(root, 'vitest', undefined),
  postgres,
  build: async (root) => build(root, await formKey(root)).then(() => asOne(0)),
  browser,
}

/**
 * Runs the tests part by part; a failure keeps only the parts from running that need what failed.
 * @param {string} root
 * @param {readonly string[]} args names of parts to run, all when none is named; the rest goes to the browser part
 * @returns {Promise<number>} exit code
 */
export async function test(root, args) {
  const named = args.filter((arg) => arg in PARTS)
  const filters = args.filter((arg) => !(arg in PARTS))
  const wanted =
    named.length > 0
      ? [...new Set(named.includes('browser') ? ['build', ...named] : named)]
      : Object.keys(PARTS)
  /** @type {Counts[]} */
  const all = []
  const lines = []
  const started = Date.now()
  let built = true
  for (const name of Object.keys(PARTS).filter((part) => wanted.includes(part))) {
    const from = Date.now()
    console.log(`\n== ${name}`)
    let counts = asOne(1)
    if (name !== 'browser' || built) {
      try {
        counts = await PARTS[name](root, filters)
      } catch (error) {
        console.error(error instanceof Error ? error.message : error)
      }
    }
    if (name === 'build') built = counts.failed === 0
    all.push(counts)
    lines.push(
      `${name.padEnd(8)} ${((Date.now() - from) / 60_000).toFixed(1)} min  ${counts.passed} passed, ${counts.failed} failed`,
    )
  }
  const minutes = (Date.now() - started) / 60_000
  console.log(`\n${lines.join('\n')}`)
  if (minutes > BUDGET) console.warn(`The run took ${minutes.toFixed(1)} min, more than ${BUDGET}.`)
  const { passed, failed } = sum(all)
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}
