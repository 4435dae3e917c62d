import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findApplicationInScope } from '#db/queries/applications'
import { startChange } from '#db/queries/collect'
import { findOfficeDocument } from '#db/queries/documents'
import { countSelection, exportBatches } from '#db/queries/export'
import { approveInLane, cleanSheet } from '#db/queries/fast-lane'
import { findPeopleByIndex, idIndexOf } from '#db/queries/people'
import { findNextInQueue, listQueue } from '#db/queries/queue'
import { countByOffice, oldestWaiting, tallyQueue } from '#db/queries/queue-figures'
import { addReason, ownReasons } from '#db/queries/reasons'
import {
  claimApplication,
  forwardApplication,
  NotInScope,
  type Reviewing,
  releaseApplication,
  revealNumbers,
  takeOverApplication,
} from '#db/queries/review'
import { approveApplication, returnApplication, undoDecisionOf } from '#db/queries/review-decide'
import { sumByWeek, sumReasons, sumWeeks } from '#db/queries/statistics'
import { applications, documents, numberMarks, offices, officeWeeks, reasonWeeks } from '#db/schema'
import { approve, sendBack } from '#db/seed/decide'
import { seedReference } from '#db/seed/reference'
import type { Store } from '#db/store'
import { openTestStore } from '#db/testing'
import { draftsOn, T0 } from '#db/testing-drafts'
import { ACTIONS, ROUTES } from '#lib/identity/rights'
import { QUEUE_EXAMS, QUEUE_KINDS, QUEUE_STATUSES, readFilter } from '#lib/review/filter'

// Two counties with the same people, units and states, name for name. Every route and action of the desk,
// taken from the table of rights, is asked on behalf of one of them and must never show the other's.

const HERE = '410105'
const THERE = '411302'
const NOW = new Date(T0.getTime() + 60_000)
const TODAY = '2026-07-01'
const PERIOD = { from: '2026-01-01', to: '2026-12-31' }

let store: Store
let remove: () => Promise<void>
let reviewer: string
const ids: Record<string, string[]> = { [HERE]: [], [THERE]: [] }
const photos: Record<string, string[]> = { [HERE]: [], [THERE]: [] }
const numbers: string[] = []

beforeAll(async () => {
  ;({ store, remove } = await openTestStore())
  await seedReference(store, T0)
  await store.write(async (tx) => void (await tx.update(offices).set({ fastLane: true })))
  const drafts = draftsOn(store)
  reviewer = (await drafts.someone('周敏')).person.id
  for (const office of [HERE, THERE]) {
    const keep = ({ applicationId, photo }: { applicationId: string; photo: string }) => {
      ids[office]?.push(applicationId)
      photos[office]?.push(photo)
    }
    for (const name of ['王芳', '张伟', '欧阳娜娜']) keep(await drafts.submitted({ name, officeId: office }))
    const returned = await drafts.submitted({ name: '刘洋', officeId: office })
    await sendBack(store, returned.by.person, reviewer, ['RR01'], [], T0, office)
    keep(returned)
    const approved = await drafts.submitted({ name: '陈静', officeId: office })
    numbers.push(approved.by.person.idNumber)
    await approve(store, approved.by.person, reviewer, T0, office)
    keep(approved)
    const later = { ...approved.by, now: NOW }
    const change = await store.write((tx) =>
      startChange(tx, later, { parts: ['employment'], consented: true }),
    )
    await drafts.submit(later)
    ids[office]?.push(change)
    await store.write((tx) =>
      addReason(
        tx,
        { actorId: reviewer, role: 'reviewer', officeId: office, now: T0 },
        { title: `本单位 ${office}`, text: '请核对', fields: [] },
      ),
    )
  }
})
afterAll(() => remove())

const here = [HERE]
const by: Reviewing = { reviewer: 'x', reviewIds: here, officeIds: here, now: NOW }
const filters = QUEUE_STATUSES.flatMap((status) =>
  [{}, ...QUEUE_KINDS.map((kind) => ({ kind })), ...QUEUE_EXAMS.map((exam) => ({ exam }))].flatMap((more) =>
    [
      {},
      { overdue: '1' },
      { flags: '1' },
      { mine: '1' },
      { from: TODAY },
      { q: '王' },
      { q: 'ouyang' },
      { q: '示例' },
    ].map((rest) => readFilter({ status, ...more, ...rest })),
  ),
)

async function* listed() {
  const asked = { today: TODAY, claims: by, size: 50 }
  for (const filter of filters) {
    for (const row of (await listQueue(store.read, here, filter, asked)).rows) yield row.id
    const next = await findNextInQueue(store.read, here, filter, { today: TODAY, reviewer: 'x', now: NOW })
    if (next) yield next
  }
  for (const idNumber of numbers) {
    const personIds = await findPeopleByIndex(store.read, [idIndexOf('111', idNumber)])
    const filter = readFilter({ status: 'all' })
    for (const row of (await listQueue(store.read, here, filter, { ...asked, personIds })).rows) yield row.id
  }
}

const onlyMine = (found: readonly string[]) => {
  expect(found.filter((id) => ids[THERE]?.includes(id))).toEqual([])
  expect(new Set(found.filter((id) => ids[HERE]?.includes(id))).size).toBeGreaterThan(0)
}

/** How each page that an office or an area may open reads the store. */
const PAGES: Readonly<Record<string, () => Promise<void>>> = {
  '/review': async () => {
    const found: string[] = []
    for await (const id of listed()) found.push(id)
    onlyMine(found)
    const asked = { today: TODAY, reviewer, now: NOW }
    const mine = await tallyQueue(store.read, here, asked)
    const both = await tallyQueue(store.read, [HERE, THERE], asked)
    for (const name of ['submitted', 'returned', 'approved', 'changes'] as const) {
      expect(`${name} ${mine[name] * 2}`).toBe(`${name} ${both[name]}`)
    }
  },
  '/review/[applicationId]': async () => {
    for (const id of ids[THERE] ?? []) {
      expect(await findApplicationInScope(store.read, here, id)).toBeUndefined()
    }
    for (const id of ids[HERE] ?? []) expect(await findApplicationInScope(store.read, here, id)).toBeDefined()
  },
  '/review/fast': async () => {
    const { files, heldBack } = await cleanSheet(store.read, here, by, undefined)
    onlyMine([...files.map(({ row }) => row.id), ...heldBack.map(({ id }) => id)])
  },
  '/review/reasons': async () => {
    const mine = await ownReasons(store.read, HERE)
    expect(mine.map(({ title }) => title)).toEqual([`本单位 ${HERE}`])
  },
  '/review/reasons/[code]': async () => {
    expect((await ownReasons(store.read, HERE)).every(({ officeId }) => officeId === HERE)).toBe(true)
  },
  '/documents/[documentId]': async () => {
    for (const id of photos[THERE] ?? []) {
      expect(await findOfficeDocument(store.read, here, id)).toBeUndefined()
    }
    for (const id of photos[HERE] ?? []) expect(await findOfficeDocument(store.read, here, id)).toBeDefined()
  },
  '/review/stats': async () => {
    const counted = await countByOffice(store.read, here)
    expect(new Set(counted.map(({ officeId }) => officeId))).toEqual(new Set(here))
    expect([...(await oldestWaiting(store.read, here)).keys()]).toEqual(here)
    const weeks = await sumWeeks(store.read, here, PERIOD)
    expect(new Set(weeks.map(({ officeId }) => officeId))).toEqual(new Set(here))
    const sum = (rows: readonly { n: number }[]) => rows.reduce((all, { n }) => all + n, 0)
    const ofHere = ({ officeId }: { officeId: string }) => officeId === HERE
    const own = (await store.read.select().from(officeWeeks)).filter(ofHere)
    expect(sum(await sumByWeek(store.read, here, PERIOD))).toBe(sum(own))
    const said = (await store.read.select().from(reasonWeeks)).filter(ofHere)
    expect(sum(await sumReasons(store.read, here, PERIOD))).toBe(sum(said))
  },
  '/review/export': async () => {
    const selection = { officeIds: here, filter: readFilter({ status: 'all' }), today: TODAY, claims: by }
    const found: string[] = []
    for await (const batch of exportBatches(store.read, selection))
      found.push(...batch.map(({ row }) => row.id))
    onlyMine(found)
    expect(await countSelection(store.read, selection, 1000)).toBe(found.length)
  },
}
/** Pages that print the same reads in another form. */
const SAME: Readonly<Record<string, string>> = {
  '/review/stats/file': '/review/stats',
  '/review/export/file': '/review/export',
}

const scoped = (right: { readonly scopes: readonly string[] }) =>
  right.scopes.includes('office') || right.scopes.includes('area')

describe('no page of the desk shows another county’s rows', () => {
  it('has a check for every route in the table of rights', () => {
    const routes = Object.entries(ROUTES).flatMap(([route, right]) => (scoped(right) ? [route] : []))
    expect(routes.filter((route) => !PAGES[SAME[route] ?? route])).toEqual([])
    expect(Object.keys(PAGES).filter((route) => !routes.includes(route))).toEqual([])
  })
  it.each(Object.entries(PAGES))('%s', (_, check) => check())

  it('would find out: the same reads for both counties show both', async () => {
    const asked = { today: TODAY, size: 50 }
    const page = await listQueue(store.read, [HERE, THERE], readFilter({ status: 'all' }), asked)
    expect(page.rows.some(({ id }) => ids[THERE]?.includes(id))).toBe(true)
    expect((await store.read.select().from(numberMarks)).length).toBeGreaterThan(0)
    expect((await store.read.select().from(documents)).length).toBeGreaterThan(0)
  })
})

/** What each action does to an application that is another county's. */
const VERBS: Readonly<Record<string, (id: string, version: number) => Promise<unknown>>> = {
  '/review/[applicationId]#claimAction': async (id, version) => {
    const seen = { id, version }
    for (const verb of [claimApplication, takeOverApplication, releaseApplication]) {
      await expect(store.write((tx) => verb(tx, by, seen))).rejects.toThrow(NotInScope)
    }
  },
  '/review/[applicationId]#decisionAction': async (id, version) => {
    const seen = { id, version }
    const returned = { codes: ['RR01'], text: '', openAll: false, comments: [] }
    await expect(store.write((tx) => approveApplication(tx, by, seen, ''))).rejects.toThrow(NotInScope)
    await expect(store.write((tx) => returnApplication(tx, by, seen, returned))).rejects.toThrow(NotInScope)
  },
  '/review/[applicationId]#forwardAction': async (id, version) => {
    const to = { officeId: HERE, note: '给我' }
    await expect(store.write((tx) => forwardApplication(tx, by, { id, version }, to))).rejects.toThrow(
      NotInScope,
    )
  },
  '/review/[applicationId]#revealAction': (id) =>
    expect(store.write((tx) => revealNumbers(tx, by, id, 'phone'))).rejects.toThrow(NotInScope),
  '/review/[applicationId]#undoAction': (id, version) =>
    expect(store.write((tx) => undoDecisionOf(tx, by, { id, version }))).rejects.toThrow(NotInScope),
  '/review/fast#approveManyAction': async (id, version) =>
    expect(await store.write((tx) => approveInLane(tx, by, { id, version }))).toBe('changed'),
}
/** Actions that name no application: they write for the office of who asks, or only search. */
const WITHOUT = new Set([
  '/review#searchAction',
  '/review/reasons#addOwnReasonAction',
  '/review/reasons#changeOwnReasonAction',
  '/review/reasons#retireOwnReasonAction',
])

describe('no action of the desk moves another county’s application', () => {
  it('has a check for every action in the table of rights', () => {
    const actions = Object.entries(ACTIONS).flatMap(([action, right]) => (scoped(right) ? [action] : []))
    expect(actions.filter((action) => !VERBS[action] && !WITHOUT.has(action))).toEqual([])
  })
  it.each(Object.entries(VERBS))('%s', async (_, attempt) => {
    const before = await store.read.select().from(applications)
    for (const id of ids[THERE] ?? []) {
      const row = before.find((one) => one.id === id)
      await attempt(id, row?.version ?? 0)
    }
    expect(await store.read.select().from(applications)).toEqual(before)
  })
})
