import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build, formKey } from './build.mjs'
import { run } from './children.mjs'
import { chromium } from './chromium.mjs'
import { forget, playwrightCounts, sum, vitestCounts } from './counts.mjs'
import { installDebian } from './debian.mjs'
import { findPostgres, withPostgres } from './postgres.mjs'
import { withServer } from './served.mjs'
import { storeSuites } from './suites.mjs'

/** @typedef {import('./counts.mjs').Counts} Counts */

/** Minutes that a run may take on two cores. */
const BUDGET = 28

/** Puts the people of the desk's journeys into the store, beside the service. */
const DESK_PEOPLE = 'tests/journeys/support/desk-people.ts'
const DESK_PROJECTS = ['nojs', 'js', 'screens']

/** Walked on both engines. */
const FIRST_JOURNEY = 'a-first-collection'

/** @type {readonly string[]} */
const RACES = ['db/queries/races.test.ts']

/** @type {(code: number) => Counts} */
const asOne = (code) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })

/**
 * @param {string} root
 * @param {string} name of the report
 * @param {string | undefined} databaseUrl
 * @param {readonly string[]} [suites] all when none is named
 * @param {Record<string, string>} [amounts] environment
 * @returns {Promise<Counts>}
 */
async function vitest(root, name, databaseUrl, suites = [], amounts = {}) {
  const file = join(root, 'test-results', `${name}.json`)
  forget(file)
  const code = await run(
    root,
    'vitest',
    ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`, ...suites],
    { NODE_ENV: 'test', DATABASE_URL: databaseUrl, ...amounts },
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
 * The suites of a folder of `tests`, which drive the built service; each folder has its own settings.
 * @param {string} root
 * @param {string} folder
 * @param {Record<string, string>} [amounts] environment
 * @returns {Promise<Counts>}
 */
const outer = (root, folder, amounts) =>
  vitest(root, `vitest-${folder}`, undefined, ['--config', `tests/${folder}/vitest.config.mts`], amounts)

/**
 * Kills, full disks, backups, and the order of answers and syncs, for which a tool is needed.
 * @param {string} root
 * @param {Record<string, string>} [amounts] see tests/faults/support/amounts.ts
 */
async function faults(root, amounts) {
  if (!existsSync('/usr/bin/strace')) await installDebian(root, 'strace', ['strace'])
  return outer(root, 'faults', amounts)
}

/**
 * The main pages as Lighthouse sees them; it is fetched from the registry.
 * @param {string} root
 */
async function lighthouse(root) {
  const path = await chromium(root)
  return path ? outer(root, 'lighthouse', { CHROMIUM_PATH: path }) : asOne(1)
}

/**
 * Two reviewers at one application, on both engines, as often as only `deep` has the time for.
 * @param {string} root
 */
async function races(root) {
  const amounts = { RACES: '500' }
  const onFile = await vitest(root, 'vitest-races', undefined, RACES, amounts)
  const bin = await findPostgres(root)
  if (!bin) return onFile
  return sum([
    onFile,
    await withPostgres(root, bin, (url) => vitest(root, 'vitest-races-postgres', url, RACES, amounts)),
  ])
}

/**
 * One project of browser journeys against a fresh server and a fresh store.
 * @param {string} root
 * @param {string} project
 * @param {string} browser
 * @param {readonly string[]} filters
 * @param {string} [databaseUrl] a file of its own when none is named
 * @param {readonly string[]} [titles] words of the titles to run, all when none is named
 * @returns {Promise<Counts>}
 */
function journeys(root, project, browser, filters, databaseUrl, titles = []) {
  const name = databaseUrl ? `${project}-postgres` : project
  const file = join(root, 'test-results', `journeys-${name}.json`)
  forget(file)
  return withServer(
    root,
    { NOTICE_LOCK_SECONDS: '1', DATABASE_URL: databaseUrl },
    async (origin, settings) => {
      const desk = filters.length === 0 || filters.some((filter) => /^l-/.test(filter))
      if (desk && DESK_PROJECTS.includes(project)) {
        const seeded = await run(root, 'node', [DESK_PEOPLE], settings)
        if (seeded !== 0) return asOne(seeded)
      }
      const code = await run(
        root,
        'playwright',
        [
          'test',
          `--project=${project}`,
          `--output=test-results/journeys-${name}`,
          '--pass-with-no-tests',
          ...(titles.length > 0 ? ['--grep', titles.join('|')] : []),
          ...filters,
        ],
        {
          JOURNEY_ORIGIN: origin,
          CHROMIUM_PATH: browser,
          PLAYWRIGHT_JSON_OUTPUT_FILE: file,
        },
      )
      return playwrightCounts(file, code)
    },
  )
}

/**
 * The first journey once more, the service on PostgreSQL. Where there is none the part `postgres` has said so.
 * @param {string} root
 * @param {string} browser
 * @returns {Promise<Counts>}
 */
async function journeyOnPostgres(root, browser) {
  const bin = await findPostgres(root)
  if (!bin) return { passed: 0, failed: 0 }
  console.log('\n-- the first journey, on PostgreSQL')
  return withPostgres(root, bin, (url) => journeys(root, 'nojs', browser, [FIRST_JOURNEY], url))
}

/**
 * The journeys without scripts come first: every page must work whole without them.
 * @param {string} root
 * @param {readonly string[]} filters
 * @returns {Promise<Counts>}
 */
async function browser(root, filters) {
  const path = await chromium(root)
  if (!path) {
    console.error('\n*** NO BROWSER FOUND: THE JOURNEYS HAVE NOT RUN. Set CHROMIUM_PATH. ***\n')
    return asOne(process.env.CI === 'true' ? 1 : 0)
  }
  const nojs = await journeys(root, 'nojs', path, filters)
  const js = await journeys(root, 'js', path, filters)
  const province = await journeys(root, 'province', path, filters)
  return sum([nojs, js, province, await journeyOnPostgres(root, path)])
}

/** @type {Record<string, (root: string, filters: readonly string[]) => Promise<Counts>>} */
const PARTS = {
  types: async (root) => asOne(await run(root, 'tsc', ['--noEmit', '-p', '.'])),
  lint: async (root) => asOne(await run(root, 'biome', ['check', '.'])),
  unit: (root) => vitest(root, 'vitest', undefined),
  postgres,
  build: async (root) => build(root, await formKey(root)).then(() => asOne(0)),
  pages: (root) => outer(root, 'pages'),
  faults: (root) => faults(root),
  identity: (root) => outer(root, 'oidc'),
  security: (root) => outer(root, 'security'),
  pictures: (root) => outer(root, 'pictures'),
  browser,
  lighthouse,
  screens: async (root, titles) => {
    const path = await chromium(root)
    return path ? journeys(root, 'screens', path, [], undefined, titles) : asOne(1)
  },
  deep: async (root, filters) => {
    const cycles = filters.find((text) => /^\d+$/.test(text)) ?? '200'
    return sum([
      await faults(root, { FAULT_CYCLES: cycles, FAULT_ACKS: '5000' }),
      await races(root),
      await lighthouse(root),
    ])
  },
}
/** Parts that start what has been built. */
const NEED_BUILD = [
  'pages',
  'faults',
  'identity',
  'security',
  'pictures',
  'browser',
  'lighthouse',
  'screens',
  'deep',
]
/** Parts that run only when named. */
const ON_REQUEST = ['lighthouse', 'screens', 'deep']

/**
 * Runs the tests part by part; a failure keeps only the parts from running that need what failed.
 * @param {string} root
 * @param {readonly string[]} args names of parts to run, all but those of `ON_REQUEST` when none is named; the rest goes to the
 *   browser part, words of titles to `screens`, and a number of cycles to `deep`
 * @returns {Promise<number>} exit code
 */
export async function test(root, args) {
  const named = args.filter((arg) => arg in PARTS)
  const filters = args.filter((arg) => !(arg in PARTS))
  const wanted =
    named.length > 0
      ? [...new Set(named.some((part) => NEED_BUILD.includes(part)) ? ['build', ...named] : named)]
      : Object.keys(PARTS).filter((part) => !ON_REQUEST.includes(part))
  /** @type {Counts[]} */
  const all = []
  const lines = []
  const started = Date.now()
  let built = true
  for (const name of Object.keys(PARTS).filter((part) => wanted.includes(part))) {
    const from = Date.now()
    console.log(`\n== ${name}`)
    let counts = asOne(1)
    if (!NEED_BUILD.includes(name) || built) {
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
  if (minutes > BUDGET && !wanted.includes('deep'))
    console.warn(`The run took ${minutes.toFixed(1)} min, more than ${BUDGET}.`)
  const { passed, failed } = sum(all)
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}
