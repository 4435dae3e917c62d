import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findChromium } from './chromium.mjs'
import { forget, playwrightCounts, sum, vitestCounts } from './counts.mjs'
import { installDigest, isEnough } from './install.mjs'
import { newestOf } from './postgres.mjs'
import { storeSuites } from './suites.mjs'
import { digestOf, filesOf } from './tree.mjs'

let root = ''
const write = (name: string, text: string) => writeFileSync(join(root, name), text)

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'scripts-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

describe('the digest of the sources', () => {
  beforeEach(() => {
    mkdirSync(join(root, 'lib/deep'), { recursive: true })
    write('lib/b.ts', 'b')
    write('lib/deep/a.ts', 'a')
    write('next.config.mjs', 'c')
  })
  const digest = (...extra: string[]) => digestOf(root, ['lib', 'next.config.mjs', 'absent'], extra)

  test('takes every file in a fixed order, and no tests', () => {
    write('lib/b.test.ts', 't')
    expect(filesOf(root, 'lib')).toEqual(['lib/b.ts', 'lib/deep/a.ts'])
  })

  test.each<[string, () => void, boolean]>([
    ['nothing', () => {}, false],
    ['the same text written again', () => write('lib/b.ts', 'b'), false],
    ['a test', () => write('lib/b.test.ts', 't'), false],
    ['a text', () => write('lib/b.ts', 'B'), true],
    ['a new file', () => write('lib/deep/c.ts', ''), true],
    ['a new name', () => [rmSync(join(root, 'lib/b.ts')), write('lib/c.ts', 'b')], true],
  ])('%s changed', (_, change, differs) => {
    const before = digest()
    change()
    expect(digest() !== before).toBe(differs)
  })

  test('depends on the form key', () => {
    expect(digest('a')).not.toBe(digest('b'))
  })
})

describe('the digest of the installation', () => {
  const packageJson = { scripts: { a: '1' }, dependencies: { next: '1' } }

  test('changes with the lock and the dependencies, not with scripts', () => {
    write('package.json', JSON.stringify(packageJson))
    write('package-lock.json', '1')
    const before = installDigest(root)
    write('package.json', JSON.stringify({ ...packageJson, scripts: { b: '2' } }))
    expect(installDigest(root)).toBe(before)
    write('package.json', JSON.stringify({ ...packageJson, dependencies: { next: '2' } }))
    expect(installDigest(root)).not.toBe(before)
    write('package.json', JSON.stringify(packageJson))
    write('package-lock.json', '2')
    expect(installDigest(root)).not.toBe(before)
  })
})

test.each([
  ['v20.20.2', false],
  ['v22.17.9', false],
  ['v22.18.0', true],
  ['v23.0.0', true],
  ['v24.21.0', true],
  [null, false],
])('Node %s is enough: %s', (version, enough) => {
  expect(isEnough(version)).toBe(enough)
})

test.each<[string | undefined, string[], string | null]>([
  ['/opt/chrome', ['/opt/chrome', '/usr/bin/chromium'], '/opt/chrome'],
  ['/opt/none', ['/usr/bin/google-chrome'], '/usr/bin/google-chrome'],
  [undefined, ['/usr/bin/chromium-browser', '/usr/bin/chromium'], '/usr/bin/chromium'],
  [undefined, [], null],
])('with CHROMIUM_PATH %s and %j there, %s is taken', (wanted, there, found) => {
  expect(findChromium(wanted, (path) => there.includes(path))).toBe(found)
})

test.each<[string[], string[], string | null]>([
  [['13', '15'], ['15'], '/usr/lib/postgresql/15/bin'],
  [['15', '9', '17'], ['15', '17'], '/usr/lib/postgresql/17/bin'],
  // Only the programs of a client are there.
  [['15', '17'], ['15'], '/usr/lib/postgresql/15/bin'],
  [['14'], ['14'], null],
  [['common'], ['common'], null],
  [[], [], null],
])('of PostgreSQL %j with servers %j, %s is taken', (versions, servers, found) => {
  const exists = (path: string) => servers.some((version) => path.includes(`/${version}/`))
  expect(newestOf(versions, exists)).toBe(found)
})

test('the suites that run on either engine are found by what they say', () => {
  mkdirSync(join(root, 'db/queries'), { recursive: true })
  mkdirSync(join(root, 'app/(applicant)/[slot]'), { recursive: true })
  write('db/queries/a.test.ts', 'await openTestStore()')
  write('db/plans.test.ts', "import Database from 'better-sqlite3'\nawait openTestStore()")
  write('db/none.test.ts', 'test()')
  write('db/testing.ts', 'export async function openTestStore() {}')
  write('app/(applicant)/[slot]/b.test.tsx', 'await openTestStore()')
  expect(storeSuites(root)).toEqual(['app/(applicant)/[slot]/b.test.tsx', 'db/queries/a.test.ts'])
})

describe('counting', () => {
  const report = () => join(root, 'report.json')

  test.each([
    [{ numPassedTests: 3, numFailedTests: 0 }, 0, { passed: 3, failed: 0 }],
    [{ numPassedTests: 3, numFailedTests: 2 }, 1, { passed: 3, failed: 2 }],
    [{ numPassedTests: 3, numFailedTests: 0 }, 1, { passed: 3, failed: 1 }],
  ])('vitest %j with exit code %d', (json, code, counts) => {
    write('report.json', JSON.stringify(json))
    expect(vitestCounts(report(), code)).toEqual(counts)
  })

  test.each([
    [{ expected: 2, flaky: 1, unexpected: 0, skipped: 4 }, 0, { passed: 3, failed: 0 }],
    [{ expected: 2, flaky: 0, unexpected: 1, skipped: 0 }, 1, { passed: 2, failed: 1 }],
  ])('Playwright %j with exit code %d', (stats, code, counts) => {
    write('report.json', JSON.stringify({ stats }))
    expect(playwrightCounts(report(), code)).toEqual(counts)
  })

  test('a run that left no report has failed, not passed', () => {
    write('report.json', JSON.stringify({ numPassedTests: 9 }))
    forget(report())
    expect(vitestCounts(report(), 1)).toEqual({ passed: 0, failed: 1 })
    expect(playwrightCounts(report(), 1)).toEqual({ passed: 0, failed: 1 })
    expect(
      sum([
        { passed: 1, failed: 0 },
        { passed: 2, failed: 3 },
      ]),
    ).toEqual({ passed: 3, failed: 3 })
  })
})
