import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { and, count, countDistinct, desc, eq, inArray, like } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { beginBehindBulk } from '#db/audit/start'
import { verifyTrail } from '#db/audit/verify'
import { listHistory } from '#db/queries/desk-history'
import { attentionOf, findFindings } from '#db/queries/findings'
import { numberMarkRows } from '#db/queries/number-marks'
import { findWorkspace } from '#db/queries/own'
import { findPerson } from '#db/queries/people'
import { listQueue } from '#db/queries/queue'
import { findRecordInForce } from '#db/queries/records'
import { findLatestSubmission, findSubmissionBefore } from '#db/queries/submissions'
import { applications, events, numberMarks, people, queueCounts } from '#db/schema'
import { openStore, type Store } from '#db/store'
import { openTestStore } from '#db/testing'
import { present } from '#lib/collection/present'
import { keyring } from '#lib/protect/current'
import { isReceiptNumber, receiptNumber } from '#lib/protect/ids'
import { readFilter } from '#lib/review/filter'
import { DEMO_PEOPLE } from '../people.ts'
import { seedReference } from '../reference.ts'
import type { Batch } from './batch.ts'
import { isEmpty, writeCrowd } from './crowd.ts'
import { batchMaker } from './making.ts'
import { isTaken, NUMBERS_PER_COUNTY, personOf } from './person.ts'
import { plansOf } from './plan.ts'
import { randomOf, scattered } from './random.ts'

const NOW = new Date('2026-07-20T02:00:00Z')
const PEOPLE = 1200
const KEYS = ['mark', 'applicationId', 'key', 'personId', 'said']
const QUIET = { done: () => {}, phase: () => {} }

let folder: string
let store: Store
let remove: () => Promise<void>

const file = (name: string) => join(folder, `${name}.db`)

/** A store of its own with a crowd in it. */
async function crowded(name: string, asked: { people: number; seed: number }): Promise<Store> {
  const empty = await openStore(`file:${file(name)}`)
  await seedReference(empty, NOW)
  expect(await isEmpty(empty.read)).toBe(true)
  await empty.close()
  await writeCrowd(file(name), { ...asked, now: NOW, pictures: {} }, QUIET)
  return openStore(`file:${file(name)}`)
}

beforeAll(async () => {
  const opened = await openTestStore()
  ;({ folder, remove } = opened)
  store = await crowded('crowd', { people: PEOPLE, seed: 8 })
}, 60_000)
afterAll(async () => {
  await store.close()
  await remove()
})

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
    'change approved',
  ]) {
    expect(states).toContain(state)
  }
  expect((await store.read.select().from(people)).length).toBe(PEOPLE)
})

it('is a file like any other: every index, the journal that the service uses, nothing left beside it', () => {
  const fresh = new Database(join(folder, 'app.db'), { readonly: true })
  const made = new Database(file('crowd'), { readonly: true })
  const objects =
    "select type, name, tbl_name, sql from sqlite_master where name not like 'sqlite_%' order by name"
  expect(made.prepare(objects).all()).toEqual(fresh.prepare(objects).all())
  expect(made.pragma('journal_mode', { simple: true })).toBe('wal')
  expect(made.pragma('integrity_check', { simple: true })).toBe('ok')
  for (const connection of [fresh, made]) connection.close()
  expect(existsSync(`${file('crowd')}.filling`)).toBe(false)
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
      expect(dossier.qualifications.length > 0).toBe(dossier.scope.hasQualification === 'yes')
    }
    if (row.status !== 'returned') continue
    const work = await findWorkspace(store.read, person, NOW)
    expect(work?.comments.map(({ key, mended }) => [key, mended])).toEqual([['employment.unitName', false]])
  }
  const [late] = await store.read
    .select({ at: applications.submittedAt })
    .from(applications)
    .orderBy(desc(applications.submittedAt))
    .limit(1)
  expect(late?.at.getTime()).toBeLessThanOrEqual(NOW.getTime())
})

it('has mended what was returned, changed what was recorded and been handed on', async () => {
  const all = await store.read.select().from(applications)
  const again = all.filter((row) => row.submissions > 1 && row.status !== 'returned')
  expect(again.map((row) => row.status)).toContain('submitted')
  for (const row of again) {
    const last = await findLatestSubmission(store.read, row.id)
    const before = last && (await findSubmissionBefore(store.read, row.id, last.n))
    expect(before?.snapshot.dossier.employment.unitName).not.toBe(last?.snapshot.dossier.employment.unitName)
  }
  for (const row of all.filter(({ kind, status }) => kind === 'change' && status === 'approved')) {
    const record = await findRecordInForce(store.read, row.personId)
    expect(record).toMatchObject({ applicationId: row.id, version: 2 })
  }
  const [forwarded] = await store.read.select().from(events).where(eq(events.verb, 'forward'))
  const history = await listHistory(store.read, forwarded?.applicationId ?? '')
  expect(history.at(-1)).toMatchObject({
    verb: 'forward',
    to: forwarded?.officeId,
    note: '单位在贵县，请审核。',
  })
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

it('has the numbers of its newest submissions on record, as submitting them would have written', async () => {
  const rows = await store.read.select().from(applications)
  const kept = await store.read.select().from(numberMarks)
  const drafts = new Set(rows.filter(({ submissions }) => submissions === 0).map(({ id }) => id))
  expect(kept.filter(({ applicationId }) => drafts.has(applicationId))).toEqual([])
  const inOrder = (marks: typeof kept) => marks.map((mark) => JSON.stringify(mark, KEYS)).sort()
  let several = 0
  for (const row of rows.filter(({ submissions }) => submissions > 0).slice(0, 80)) {
    const latest = await findLatestSubmission(store.read, row.id)
    if (!latest) throw new Error('Nothing was submitted.')
    const expected = numberMarkRows(row, latest.snapshot.dossier)
    const own = kept.filter(({ applicationId }) => applicationId === row.id)
    expect(inOrder(own)).toEqual(inOrder(expected))
    if (expected.length > 1) several++
  }
  expect(several).toBeGreaterThan(0)
})

it('shows a reviewer the same number in two files, and the same person under two documents', async () => {
  const flagged = await store.read
    .select()
    .from(applications)
    .where(and(inArray(applications.flags, ['number', 'identity']), eq(applications.kind, 'first')))
  const found = await Promise.all(
    flagged.map(async (row) => {
      const latest = await findLatestSubmission(store.read, row.id)
      if (!latest) throw new Error('Nothing was submitted.')
      return [
        row.flags,
        attentionOf(latest.snapshot, await findFindings(store.read, row, latest.n, latest.snapshot)),
      ]
    }),
  )
  const pairs = { number: 0, identity: 0 }
  for (const [flag, seen] of found) {
    expect(seen).toContain(flag)
    pairs[flag as keyof typeof pairs]++
  }
  // One of each in every 500 people.
  expect(pairs).toEqual({ number: 3, identity: 2 })
  const certificates = await store.read
    .select({ mark: numberMarks.mark, people: countDistinct(numberMarks.personId) })
    .from(numberMarks)
    .where(like(numberMarks.key, 'qualifications.%'))
    .groupBy(numberMarks.mark)
  expect(certificates.filter(({ people }) => people > 1)).toHaveLength(pairs.number)
})

it('stands before the chain of the trail', async () => {
  await beginBehindBulk(store, keyring(), NOW)
  const { before, waiting, flaw } = await verifyTrail(store.read, keyring(), [])
  expect(flaw).toBeUndefined()
  expect(before).toBeGreaterThan(PEOPLE)
  expect(before + waiting).toBe((await store.read.select({ id: events.id }).from(events)).length)
})

it('is the same again for the same seed, whoever makes a batch, and another for another', () => {
  const [one, two] = [...plansOf({ people: 600, seed: 3 })]
  if (!one || !two) throw new Error('There is one batch only.')
  /** All that is not sealed; a unit's terms come with the first batch of a maker that knows it. */
  const cellsOf = ({ rows, counts }: Batch) => {
    const { unitTerms: _, events: happened, ...rest } = rows
    const notes = happened.cells.map((cell) => (/"note"/.test(String(cell)) ? 'note' : cell))
    return [counts, notes, Object.values(rest).map((packed) => packed.cells)]
  }
  const making = { seed: 3, now: NOW, pictures: {} }
  const both = batchMaker(making)
  const first = [both(one), both(two)].map(cellsOf)
  const second = [batchMaker(making)(one), batchMaker(making)(two)].map(cellsOf)
  expect(second).toEqual(first)
  expect(cellsOf(batchMaker({ ...making, seed: 4 })(one))).not.toEqual(first[0])
  expect([...plansOf({ people: 600, seed: 4 })]).not.toEqual([one, two])
})

it('gives nobody the number of another or of one of the demo', () => {
  const taken = new Set(DEMO_PEOPLE.map((person) => person.idNumber))
  const random = randomOf(1)
  for (const county of ['410105', '410103', '411302']) {
    for (let nth = 0; nth < NUMBERS_PER_COUNTY; nth++) {
      if (isTaken(county, nth)) continue
      const { idNumber } = personOf(random, county, nth, nth)
      if (taken.has(idNumber)) throw new Error(`${idNumber} is given twice.`)
      taken.add(idNumber)
    }
  }
  expect(taken.size).toBe(3 * NUMBERS_PER_COUNTY)
})

it('gives no receipt number twice', () => {
  const numbers = Array.from({ length: 300_000 }, (_, serial) =>
    receiptNumber('2026-07-20', scattered(serial)),
  )
  expect(numbers.every((number, at) => at % 1000 > 0 || isReceiptNumber(number))).toBe(true)
  expect(new Set(numbers).size).toBe(numbers.length)
})

it('refuses a file that somebody has open, and leaves it as it was', async () => {
  const open = await openStore(`file:${file('open')}`)
  await seedReference(open, NOW)
  await expect(
    writeCrowd(file('open'), { people: 1, seed: 1, now: NOW, pictures: {} }, QUIET),
  ).rejects.toThrow(/locked/)
  expect(await isEmpty(open.read)).toBe(true)
  await open.close()
  expect(existsSync(`${file('open')}.filling`)).toBe(false)
})
