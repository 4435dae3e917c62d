import { mkdirSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LIMITS } from '#lib/collection/limits'
import { SETTINGS } from '#lib/images/pool/current'
import { hostile, verdicts } from './corpus/all.ts'
import { diploma } from './corpus/bases.ts'
import { believable } from './corpus/believable.ts'
import type { Family } from './corpus/sample.ts'
import { Host } from './support/host.ts'
import { type Judged, judgeFamily } from './support/judged.ts'

const all: Judged[] = []
const table = verdicts()
let host: Host
/** Bytes, after the first picture. */
let rss = 0

beforeAll(async () => {
  host = new Host()
  rss = (await host.make(await diploma(), LIMITS.education)).rss
})
afterAll(() => {
  host.close()
  // For a change that moves verdicts: read, and copied over the table when every line of it is meant.
  mkdirSync('test-results', { recursive: true })
  writeFileSync(
    'test-results/picture-verdicts.txt',
    all.map(({ id, verdict }) => `${id}\t${verdict}\n`).join(''),
  )
  const slowest = all.toSorted((a, b) => b.ms - a.ms).slice(0, 3)
  console.log(
    `${all.length} pictures, slowest: ${slowest.map((s) => `${s.id} ${Math.round(s.ms)} ms`).join(', ')}`,
  )
})

async function check(family: Family): Promise<void> {
  const judged = await judgeFamily(host, family)
  all.push(...judged)
  expect(judged.map(({ id, verdict }) => [id, verdict])).toEqual(
    judged.map(({ id }) => [id, table.get(id) ?? 'not in the table']),
  )
  for (const { id, verdict } of judged) expect(verdict, id).toMatch(family.may)
  expect(judged.filter(({ wrong }) => wrong.length > 0)).toEqual([])
}

const count = (families: readonly Family[]) => families.reduce((sum, { samples }) => sum + samples.length, 0)

it('the corpus is as large as it is said to be, every file has one verdict', () => {
  expect(count(hostile)).toBeGreaterThanOrEqual(500)
  expect(count(believable)).toBe(60)
  const ids = [...hostile, ...believable].flatMap((family) => family.samples.map(({ id }) => id))
  expect(new Set(ids).size).toBe(ids.length)
  expect([...table.keys()].toSorted()).toEqual(ids.toSorted())
})

describe('hostile files get their verdict, and nothing planted is left', () => {
  it.each(hostile.map((family) => [family.name, family] as const))('%s', (_, family) => check(family))
})

describe('believable pictures come out right', () => {
  it.each(believable.map((family) => [family.name, family] as const))('%s', (_, family) => check(family))
})

it('the process that holds the pool grows by less than 250 MB, and none takes half its time', () => {
  const grown = (Math.max(...all.map((one) => one.rss)) - rss) / 1_000_000
  console.log(`It grew from ${Math.round(rss / 1_000_000)} MB by ${Math.round(grown)} MB at most.`)
  expect(grown).toBeLessThan(250)
  expect(Math.max(...all.map(({ ms }) => ms))).toBeLessThan(SETTINGS.jobMs / 2)
})
