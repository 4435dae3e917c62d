import { join } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readFilter } from '#lib/review/filter'
import { cleanSheet, fastOffices } from './queries/fast-lane.ts'
import { findFindings } from './queries/findings.ts'
import { listQueue } from './queries/queue.ts'
import { findLatestSubmission } from './queries/submissions.ts'
import * as schema from './schema.ts'
import { seedReference } from './seed/reference.ts'
import type { Db, Store } from './store.ts'
import { openTestStore } from './testing.ts'
import { draftsOn, T0 } from './testing-drafts.ts'

// What the desk asks beside the queue, explained by the engine: a hint or a sheet may cost no more in a
// province than in a county.

const GROWING =
  /^SCAN (applications|people|documents|submission_documents|submissions|number_marks|records|decisions|events)\b/
const OFFICES = ['410105', '410102']

let store: Store
let remove: () => Promise<void>
let file: Database.Database
let watched: Db
let draft: { applicationId: string; by: { person: { id: string } } }
const seen: { sql: string; params: unknown[] }[] = []

beforeAll(async () => {
  const opened = await openTestStore()
  ;({ store, remove } = opened)
  await seedReference(store, T0)
  draft = await draftsOn(store).submitted()
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

const plan = (): string[] =>
  seen.flatMap(({ sql, params }) => {
    const values = params.map((value) => (value instanceof Date ? value.getTime() : value))
    const rows = file.prepare(`explain query plan ${sql}`).all(...values) as { detail: string }[]
    return rows.map(({ detail }) => detail)
  })
const walks = () => plan().filter((detail) => GROWING.test(detail))
const sorts = () => plan().filter((detail) => /TEMP B-TREE FOR (RIGHT PART OF )?ORDER BY/.test(detail))

const ask = {
  sheet: async () => {
    const by = { reviewer: 'r', now: T0 }
    await cleanSheet(watched, OFFICES, by, undefined)
    await cleanSheet(watched, OFFICES, by, { at: T0, id: 'a' })
    await fastOffices(watched, OFFICES)
  },
  findings: async () => {
    const submission = await findLatestSubmission(store.read, draft.applicationId)
    if (!submission) throw new Error('nothing submitted')
    const about = { id: draft.applicationId, personId: draft.by.person.id, kind: 'change' as const }
    await findFindings(watched, about, submission.n, submission.snapshot)
  },
  mine: async () => {
    const asked = { today: '2026-07-20', claims: { reviewer: 'r', now: T0 } }
    await listQueue(watched, OFFICES, readFilter({ mine: '1' }), asked)
  },
}

describe('plans of the desk', () => {
  it('a sheet comes out of the index of the clean, in its order', async () => {
    await ask.sheet()
    expect(walks()).toEqual([])
    expect(sorts()).toEqual([])
    const sheets = plan().filter((detail) => detail.includes('applications_clean'))
    expect(sheets).toHaveLength(2 * OFFICES.length)
    expect(sheets.filter((detail) => detail.includes('submitted_at>?'))).toHaveLength(OFFICES.length)
  })

  it.each(['findings', 'mine'] as const)(
    '%s are found by what they share, and nothing is walked',
    async (what) => {
      await ask[what]()
      expect(seen.length).toBeGreaterThan(0)
      expect(walks()).toEqual([])
    },
  )

  it.each([
    ['applications_clean', 'sheet'],
    ['documents_digest', 'findings'],
    ['people_id_index', 'findings'],
  ] as const)('are found out without %s', async (index, what) => {
    await ask[what]()
    file.exec('begin')
    file.exec(`drop index ${index}`)
    try {
      expect(walks().length + sorts().length).toBeGreaterThan(0)
    } finally {
      file.exec('rollback')
    }
  })
})
