import { join } from 'node:path'
import { and, count, desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findWorkspace } from '#db/queries/own'
import { findPerson } from '#db/queries/people'
import { listQueue } from '#db/queries/queue'
import { findLatestSubmission } from '#db/queries/submissions'
import { applications, events, nameTerms, people, queueCounts, unitTerms } from '#db/schema'
import { openStore, type Store } from '#db/store'
import { openTestStore } from '#db/testing'
import { present } from '#lib/collection/present'
import { readFilter } from '#lib/review/filter'
import { seedReference } from '../reference.ts'
import { isEmpty, writeCrowd } from './crowd.ts'

const NOW = new Date('2026-07-20T02:00:00Z')
const PEOPLE = 400
const file = (folder: string, name = 'app.db') => join(folder, name)

let folder: string
let store: Store
let remove: () => Promise<void>

beforeAll(async () => {
  const opened = await openTestStore()
  ;({ store, folder, remove } = opened)
  await seedReference(store, NOW)
  expect(await isEmpty(store.read)).toBe(true)
  writeCrowd(file(folder), { people: PEOPLE, seed: 7, now: NOW, pictures: {} }, () => {})
})
afterAll(() => remove())

it('leaves counters that say what is there', async () => {
  const counted = await store.read
    .select({
      officeId: applications.officeId,
      status: applications.status,
      kind: applications.kind,
      n: count(),
    })
    .from(applications)
    .groupBy(applications.officeId, applications.status, applications.kind)
    .orderBy(applications.officeId, applications.status, applications.kind)
  const kept = await store.read
    .select()
    .from(queueCounts)
    .orderBy(queueCounts.officeId, queueCounts.status, queueCounts.kind)
  expect(kept).toEqual(counted)
  const states = new Set(counted.map((row) => `${row.kind} ${row.status}`))
  for (const state of [
    'first draft',
    'first submitted',
    'first returned',
    'first approved',
    'change submitted',
  ]) {
    expect(states).toContain(state)
  }
  expect((await store.read.select().from(people)).length).toBe(PEOPLE)
})

it('is sealed so that the pages can read it', async () => {
  const rows = await store.read.select().from(applications)
  for (const row of rows.slice(0, 60)) {
    const person = await findPerson(store.read, row.personId)
    expect(person?.idNumber).toMatch(/^\d{14}99[6-9][\dX]$/)
    if (!person) continue
    const submission = await findLatestSubmission(store.read, row.id)
    expect(submission === undefined).toBe(row.submissions === 0)
    if (submission) {
      const { dossier, facts, rows: shown } = submission.snapshot
      expect(present(dossier, facts)).toEqual(shown)
      expect(submission.n).toBe(row.submissions)
    }
    if (row.status !== 'returned') continue
    const work = await findWorkspace(store.read, person, NOW)
    expect(work?.comments.map((comment) => comment.key)).toEqual(['employment.unitName'])
  }
  const [late] = await store.read
    .select({ at: applications.submittedAt })
    .from(applications)
    .orderBy(desc(applications.submittedAt))
    .limit(1)
  expect(late?.at.getTime()).toBeLessThanOrEqual(NOW.getTime())
})

it('is found by the queue as what was typed is', async () => {
  const [row] = await store.read
    .select()
    .from(applications)
    .where(and(eq(applications.status, 'submitted'), eq(applications.kind, 'first')))
    .limit(1)
  if (!row) throw new Error('Nobody waits.')
  for (const q of [row.name, row.namePinyin, row.nameInitials, row.unitName.slice(3)]) {
    const page = await listQueue(store.read, [row.officeId], readFilter({ q }), {
      today: '2026-07-20',
      size: 200,
    })
    expect(page.rows.map((found) => found.id)).toContain(row.id)
  }
})

it('is the same again for the same seed, and another for another', async () => {
  const told = async (name: string, seed: number) => {
    const again = await openStore(`file:${file(folder, name)}`)
    writeCrowd(file(folder, name), { people: 60, seed, now: NOW, pictures: {} }, () => {})
    const rows = await again.read.select().from(applications).orderBy(applications.id)
    const happened = await again.read.select().from(events).orderBy(events.id)
    const terms = await again.read.select().from(nameTerms)
    const units = await again.read.select().from(unitTerms)
    await again.close()
    return { rows, happened, terms, units }
  }
  const first = await told('one.db', 3)
  expect(await told('two.db', 3)).toEqual(first)
  expect((await told('three.db', 4)).rows).not.toEqual(first.rows)
})
