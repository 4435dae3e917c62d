import { join } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readFilter } from '#lib/review/filter'
import { listQueue } from './queries/queue.ts'
import { indexSearch, MOST_FOUND } from './queries/search.ts'
import * as schema from './schema.ts'
import { seedReference } from './seed/reference.ts'
import type { Db, Store } from './store.ts'
import { openTestStore } from './testing.ts'
import { draftsOn, T0 } from './testing-drafts.ts'
import {
  askFigures,
  askFor,
  BIG,
  boundsOf,
  FILTERS,
  type FilterParams,
  headOf,
  SEARCHES,
  searchQueue,
  WITHOUT,
  walkQueue,
} from './testing-plans.ts'

// Every statement that a page of the queue runs is explained by the engine itself: none may walk a table
// that grows with the province, and the queue's own must come out of an index in the order of the page.

let store: Store
let remove: () => Promise<void>
let file: Database.Database
let watched: Db
const seen: { sql: string; params: unknown[] }[] = []

beforeAll(async () => {
  const opened = await openTestStore()
  ;({ store, remove } = opened)
  await seedReference(store, T0)
  const drafts = draftsOn(store)
  await drafts.submitted({ name: '欧阳娜娜' })
  await store.write(async (tx) => {
    // A frequent surname, so that both ways of a search are taken.
    for (let n = 0; n <= MOST_FOUND; n++) {
      const id = `x${n}`
      await indexSearch(tx, {
        id,
        officeId: '410105',
        name: '王',
        namePinyin: 'wang',
        nameInitials: 'w',
        unitName: '',
      })
    }
  })
  file = new Database(join(opened.folder, 'app.db'))
  const logger = { logQuery: (sql: string, params: unknown[]) => void seen.push({ sql, params }) }
  watched = drizzle(file, { schema, casing: 'snake_case', logger }) as unknown as Db
})
afterAll(async () => {
  file.close()
  await remove()
})
beforeEach(() => {
  seen.length = 0
})

interface Step {
  readonly detail: string
  readonly sql: string
}

/** What the engine says it does for every statement since the test began; without figures values play no part. */
const plans = (): Step[] =>
  [...new Map(seen.map(({ sql, params }) => [sql, params]))].flatMap(([sql, params]) => {
    const values = params.map((value) => (value instanceof Date ? value.getTime() : value))
    const rows = file.prepare(`explain query plan ${sql}`).all(...values) as { detail: string }[]
    return rows.map(({ detail }) => ({ detail, sql }))
  })

const walks = ({ detail }: Step) => BIG.some((table) => new RegExp(`^SCAN ${table}\\b`).test(detail))
/** A search whose only equality is the office reads all of it. */
const officeOnly = ({ detail }: Step) => /^SEARCH applications .*\((<expr>|office_id)=\?\)$/.test(detail)
const sorts = ({ detail }: Step) => /TEMP B-TREE FOR (RIGHT PART OF )?ORDER BY/.test(detail)

/** What one reviewer holds now, which is little. */
const ownClaims = (detail: string) =>
  detail.endsWith('INDEX applications_claim (claim_holder=? AND claim_until>?)')

/** A walk of a queue that leaves a condition of the filter to be tried row by row. */
const loose =
  (params: FilterParams) =>
  ({ detail }: Step) => {
    if (!detail.startsWith('SEARCH applications') || /\(id=\?\)/.test(detail) || ownClaims(detail))
      return false
    const bounds = boundsOf(params).map((way) => `submitted_at${way}?`)
    // That nothing was noticed is known by the index alone.
    const index = params.flags ? ['INDEX applications_flagged '] : []
    const wanted = [...headOf(params).map((column) => `${column}=?`), ...bounds, ...index]
    return wanted.some((term) => !detail.includes(term))
  }

const faults = () => plans().filter((step) => walks(step) || officeOnly(step))

describe('plans of the queue', () => {
  it('come out of an index in the order of the page, under every filter, both ways', async () => {
    const used = new Set<string>()
    for (const params of FILTERS) {
      seen.length = 0
      await walkQueue(watched, params)
      const steps = plans()
      for (const { detail } of steps) {
        const [, index] = /INDEX (applications_\w+)/.exec(detail) ?? []
        if (index) used.add(index)
      }
      expect(
        steps.filter((step) => walks(step) || sorts(step) || loose(params)(step)),
        JSON.stringify(params),
      ).toEqual([])
    }
    expect([...used].sort()).toEqual([
      'applications_claim',
      'applications_flagged',
      'applications_lane',
      'applications_queue',
    ])
  }, 60_000)

  it.each(SEARCHES)('of a search read ranges of terms: %s', async (q) => {
    await searchQueue(watched, q)
    expect(faults()).toEqual([])
    expect(seen.length).toBeGreaterThan(0)
  })

  it.each([
    ['applications_queue', {}],
    ['applications_lane', { kind: 'change' }],
  ])('of a frequent name stay inside %s', async (index, params) => {
    const filter = readFilter({ q: '王', status: 'approved', ...params })
    await listQueue(watched, ['410105'], filter, { today: '2026-07-20' })
    const walked = plans().filter(({ detail }) => detail.includes(index))
    expect(walked.length).toBeGreaterThan(0)
    expect(walked.filter(({ detail }) => !detail.includes(`COVERING INDEX ${index} `))).toEqual([])
  })

  it('of how many are noticed stay inside their index', async () => {
    await askFigures(watched)
    const counted = plans().filter(({ detail }) => detail.includes('applications_flagged'))
    expect(counted.length).toBeGreaterThan(0)
    expect(counted.filter(({ detail }) => !detail.includes('COVERING INDEX'))).toEqual([])
  })

  it('of a number, the figures and the oldest read no table whole', async () => {
    await askFigures(watched)
    expect(faults()).toEqual([])
    expect(plans().some(({ detail }) => detail.includes('applications_claim'))).toBe(true)
    // Nothing is counted but what a limit has cut.
    expect(
      seen.filter(({ sql }) => /count\(/i.test(sql) && !/\(select [^()]* from .* limit \?\)/i.test(sql)),
    ).toEqual([])
    expect(seen.filter(({ sql }) => /offset/i.test(sql))).toEqual([])
  })

  it.each(WITHOUT)('are found out without %s', async (index, what) => {
    const told = () =>
      plans().filter(
        (step) =>
          walks(step) || officeOnly(step) || sorts(step) || (typeof what === 'object' && loose(what)(step)),
      )
    await askFor(watched, what)
    expect(told()).toEqual([])
    file.exec('begin')
    file.exec(`drop index ${index}`)
    try {
      expect(told()).not.toEqual([])
    } finally {
      file.exec('rollback')
    }
  })
})
