import { join } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { QUEUE_EXAMS, QUEUE_KINDS, QUEUE_STATUSES, readFilter } from '#lib/review/filter'
import {
  countByOffice,
  findNextInQueue,
  findPeopleByIndex,
  listQueue,
  oldestWaiting,
  tallyQueue,
} from './queries/queue.ts'
import { indexSearch, MOST_FOUND } from './queries/search.ts'
import * as schema from './schema.ts'
import { seedReference } from './seed/reference.ts'
import type { Db, Store } from './store.ts'
import { openTestStore } from './testing.ts'
import { draftsOn, T0 } from './testing-drafts.ts'

// Every statement that a page of the queue runs is explained by the engine itself: none may walk a table
// that grows with the province, and the queue's own must come out of an index in the order of the page.

const BIG = [
  'applications',
  'people',
  'events',
  'documents',
  'submissions',
  'decisions',
  'records',
  'name_terms',
  'unit_terms',
  'draft_steps',
  'draft_entries',
]
const OFFICES = ['410105']
const AREA = ['410102', '410103', '410105']
const NOW = new Date('2026-07-20T02:00:00Z')
const ASKED = { today: '2026-07-20', reviewer: 'r', now: NOW }
const CURSOR = { at: T0, id: 'a', back: false }

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

/** What the engine says it does for every statement since the test began. */
const plans = (): Step[] =>
  seen.flatMap(({ sql, params }) => {
    const values = params.map((value) => (value instanceof Date ? value.getTime() : value))
    const rows = file.prepare(`explain query plan ${sql}`).all(...values) as { detail: string }[]
    return rows.map(({ detail }) => ({ detail, sql }))
  })

const walks = ({ detail }: Step) => BIG.some((table) => new RegExp(`^SCAN ${table}\\b`).test(detail))
/** A search whose only equality is the office reads all of it. */
const officeOnly = ({ detail }: Step) => /^SEARCH applications .*\((<expr>|office_id)=\?\)$/.test(detail)
const sorts = ({ detail }: Step) => /TEMP B-TREE FOR (RIGHT PART OF )?ORDER BY/.test(detail)

/** A walk of a queue that leaves a condition of the filter to be tried row by row. */
const loose =
  (params: Readonly<Record<string, string>>) =>
  ({ detail }: Step) => {
    if (!detail.startsWith('SEARCH applications') || /\(id=\?\)/.test(detail)) return false
    const wanted = [
      params.kind || params.exam ? ['lane=?', 'target_exam=?'] : ['status=?'],
      params.from ? ['submitted_at>?'] : [],
      params.to || params.overdue ? ['submitted_at<?'] : [],
    ].flat()
    return ['office_id=?', ...wanted].some((term) => !detail.includes(term))
  }

const faults = () => plans().filter((step) => walks(step) || officeOnly(step))

const subsets = <T>(values: readonly T[]): (T | undefined)[] => [undefined, ...values]
const texts = (values: readonly string[]) => ['', ...values]

/** Every filter alone and with every other. */
const FILTERS = QUEUE_STATUSES.flatMap((status) =>
  subsets(QUEUE_KINDS).flatMap((kind) =>
    subsets(QUEUE_EXAMS).flatMap((exam) =>
      texts(['from', 'to', 'overdue', 'from,to', 'from,overdue']).map((dates) => ({
        status,
        ...(kind ? { kind } : {}),
        ...(exam ? { exam } : {}),
        ...(dates.includes('from') ? { from: '2026-07-01' } : {}),
        ...(dates.includes('to') ? { to: '2026-07-10' } : {}),
        ...(dates.includes('overdue') ? { overdue: '1' } : {}),
      })),
    ),
  ),
)

describe('plans of the queue', () => {
  it('come out of an index in the order of the page, under every filter, both ways', async () => {
    const used = new Set<string>()
    for (const params of FILTERS) {
      seen.length = 0
      const filter = readFilter(params)
      for (const offices of [OFFICES, AREA]) {
        for (const cursor of [undefined, CURSOR, { ...CURSOR, back: true }]) {
          await listQueue(watched, offices, filter, { today: ASKED.today, ...(cursor ? { cursor } : {}) })
        }
        await findNextInQueue(watched, offices, filter, ASKED)
      }
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
    expect([...used].sort()).toEqual(['applications_lane', 'applications_queue'])
  })

  it.each([
    '欧阳',
    '王',
    'ouyang',
    'ou yang',
    'o',
    '河南示例有限公司的一个很长很长的名字',
    '%',
    'HN2026',
    '没有',
  ])('of a search read ranges of terms: %s', async (q) => {
    for (const status of QUEUE_STATUSES) {
      for (const extra of [{}, { kind: 'change', exam: 'senior', from: '2026-07-01' }]) {
        const filter = readFilter({ q, status, ...extra })
        await listQueue(watched, AREA, filter, { today: ASKED.today, cursor: CURSOR })
        await findNextInQueue(watched, AREA, filter, ASKED)
      }
    }
    expect(faults()).toEqual([])
    expect(seen.length).toBeGreaterThan(0)
  })

  it('of a number, the figures and the oldest read no table whole', async () => {
    await findPeopleByIndex(watched, ['a', 'b'])
    await listQueue(watched, AREA, readFilter({ status: 'all' }), { today: ASKED.today, personIds: ['p'] })
    await tallyQueue(watched, AREA, ASKED)
    await countByOffice(watched, AREA)
    await oldestWaiting(watched, AREA)
    expect(faults()).toEqual([])
    expect(plans().some(({ detail }) => detail.includes('applications_claim'))).toBe(true)
    expect(seen.filter(({ sql }) => /count\(/i.test(sql))).toEqual([])
    expect(seen.filter(({ sql }) => /offset/i.test(sql))).toEqual([])
  })

  it.each([
    ['applications_queue', { status: 'submitted' }],
    ['applications_lane', { kind: 'change' }],
    ['applications_lane', { exam: 'senior' }],
    ['applications_claim', 'figures'],
    ['people_mobile', 'number'],
  ] as const)('are found out without %s', async (index, what) => {
    const ask = async () => {
      if (what === 'figures') await tallyQueue(watched, OFFICES, ASKED)
      else if (what === 'number') await findPeopleByIndex(watched, ['a'])
      else await listQueue(watched, OFFICES, readFilter(what), { today: ASKED.today })
    }
    const told = () =>
      plans().filter(
        (step) =>
          walks(step) || officeOnly(step) || sorts(step) || (typeof what === 'object' && loose(what)(step)),
      )
    await ask()
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
