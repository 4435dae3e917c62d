import { asc } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { officeWeeks, reasonWeeks } from '../schema.ts'
import { seedReference } from '../seed/reference.ts'
import type { Store } from '../store.ts'
import { openTestStore } from '../testing.ts'
import { deskOn } from '../testing-desk.ts'
import { draftsOn, T0 } from '../testing-drafts.ts'
import { recentWaits, sumByWeek, sumReasons, sumWeeks } from './statistics.ts'
import { countOf, MOST_DAYS, type Round } from './statistics-count.ts'
import { rebuildStatistics } from './statistics-rebuild.ts'

let store: Store
let remove: () => Promise<void>
let drafts: ReturnType<typeof draftsOn>
let desk: ReturnType<typeof deskOn>

/** T0 is Wednesday 2026-07-01, 09:00 in Shanghai. */
const days = (n: number) => new Date(T0.getTime() + n * 86_400_000)
const OFFICE = '410105'
const FOREIGN = '411302'
const JULY = { from: '2026-06-29', to: '2026-08-02' }

beforeAll(async () => {
  ;({ store, remove } = await openTestStore())
  await seedReference(store, T0)
  drafts = draftsOn(store)
  desk = deskOn(store, (await drafts.someone('周敏')).person.id)
})
afterAll(() => remove())

const kept = async () => ({
  weeks: (
    await store.read
      .select()
      .from(officeWeeks)
      .orderBy(
        asc(officeWeeks.officeId),
        asc(officeWeeks.week),
        asc(officeWeeks.what),
        asc(officeWeeks.round),
        asc(officeWeeks.waited),
        asc(officeWeeks.spent),
      )
  ).filter((row) => row.n !== 0),
  reasons: (
    await store.read
      .select()
      .from(reasonWeeks)
      .orderBy(asc(reasonWeeks.officeId), asc(reasonWeeks.week), asc(reasonWeeks.code))
  ).filter((row) => row.n !== 0),
})

const lines = async (officeIds: readonly string[]) =>
  (await sumWeeks(store.read, officeIds, JULY))
    .filter(({ n }) => n !== 0)
    .map(
      ({ officeId, what, round, waited, spent, n }) =>
        `${officeId} ${what} ${round} ${waited}/${spent} × ${n}`,
    )
    .sort()

describe('how a decision counts', () => {
  const round = (decision: Round['decision'], from: number, to: number, codes = ''): Round => ({
    officeId: OFFICE,
    decision,
    codes,
    submittedAt: days(from),
    decidedAt: days(to),
  })

  test.each([
    ['on the same day', [round('approve', 0, 0.2)], 'approve', 1, 0, 0],
    ['over a weekend', [round('approve', 2, 5)], 'approve', 1, 1, 1],
    [
      'after a return: the days in which the applicant mended stand still',
      [round('return', 0, 1), round('approve', 20, 22)],
      'approve',
      2,
      2,
      3,
    ],
    [
      'returned again',
      [round('return', 0, 1), round('return', 5, 7), round('return', 8, 8.1)],
      'return',
      3,
      0,
      3,
    ],
    ['longer than is told apart', [round('approve', 0, 200)], 'approve', 1, MOST_DAYS, MOST_DAYS],
  ] as const)('%s', (_, rounds, what, n, waited, spent) => {
    expect(countOf(rounds)?.week).toMatchObject({ officeId: OFFICE, what, round: n, waited, spent, n: 1 })
  })

  it('names its reasons in key order, and says when there are only comments', () => {
    const codes = (text: string) => countOf([round('return', 0, 1, text)])?.reasons.map(({ code }) => code)
    expect(codes('RR08,RR01')).toEqual(['RR01', 'RR08'])
    expect(codes('')).toEqual([''])
    expect(countOf([round('approve', 0, 1)])?.reasons).toEqual([])
    expect(countOf([])).toBeUndefined()
  })

  it('belongs to the week in Shanghai', () => {
    // Sunday in London, Monday there.
    const at = new Date('2026-07-05T16:30:00Z')
    const late = { ...round('approve', 0, 0), decidedAt: at }
    expect(countOf([late])?.week.week).toBe('2026-07-06')
  })
})

describe('the counters', () => {
  it('follow submissions, decisions and what is taken back', async () => {
    const { applicationId: id, by } = await drafts.submitted({ name: '甲' })
    await drafts.submitted({ name: '外县', officeId: FOREIGN })
    expect(await lines([OFFICE])).toEqual(['410105 submit 1 0/0 × 1'])
    await desk.sendBack(id, days(1), ['RR08', 'RR01'])
    expect(await lines([OFFICE])).toEqual(['410105 return 1 1/1 × 1', '410105 submit 1 0/0 × 1'])
    await desk.undo(id, new Date(days(1).getTime() + 60_000))
    expect(await lines([OFFICE])).toEqual(['410105 submit 1 0/0 × 1'])
    expect(await sumReasons(store.read, [OFFICE], JULY)).toEqual([])
    await desk.sendBack(id, days(2), [], '民族与证件不符')
    await drafts.submit({ ...by, now: days(6) })
    await desk.approve(id, days(8))
    expect(await lines([OFFICE])).toEqual([
      '410105 approve 2 2/4 × 1',
      '410105 return 1 2/2 × 1',
      '410105 submit 1 0/0 × 2',
    ])
    expect(await sumReasons(store.read, [OFFICE], JULY)).toEqual([{ officeId: OFFICE, code: '', n: 1 }])
  })

  it('show no other office and no other period', async () => {
    expect(await lines([FOREIGN])).toEqual(['411302 submit 1 0/0 × 1'])
    expect(await lines([])).toEqual([])
    expect(await sumReasons(store.read, [FOREIGN], JULY)).toEqual([])
    expect(await sumByWeek(store.read, [FOREIGN], JULY)).toEqual([
      { week: '2026-06-29', what: 'submit', n: 1 },
    ])
    expect(await sumByWeek(store.read, [OFFICE, FOREIGN], { from: '2026-07-06', to: '2026-07-12' })).toEqual([
      { week: '2026-07-06', what: 'approve', n: 1 },
      { week: '2026-07-06', what: 'submit', n: 1 },
    ])
    expect(await sumWeeks(store.read, [OFFICE], { from: '2026-08-03', to: '2026-08-31' })).toEqual([])
  })

  it('tell how long the latest decisions of one office took, the newest first', async () => {
    const waits = (await recentWaits(store.read, OFFICE, '2026-06-29')).filter(({ n }) => n > 0)
    expect(waits).toEqual([
      { week: '2026-07-06', waited: 2, n: 1 },
      { week: '2026-06-29', waited: 2, n: 1 },
    ])
    expect(await recentWaits(store.read, OFFICE, '2026-07-13')).toEqual([])
    expect(await recentWaits(store.read, FOREIGN, '2026-06-29')).toEqual([])
  })

  it('count decisions that are made at once', async () => {
    const before = (await kept()).weeks.reduce((sum, row) => sum + row.n, 0)
    const made = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => drafts.submitted({ name: `同${n}` })))
    await Promise.all(
      made.map(({ applicationId }) => desk.sendBack(applicationId, days(1), ['RR02', 'RR01'])),
    )
    const after = (await kept()).weeks.reduce((sum, row) => sum + row.n, 0)
    expect(after - before).toBe(12)
    expect(await sumReasons(store.read, [OFFICE], { from: '2026-06-29', to: '2026-07-05' })).toEqual(
      expect.arrayContaining([
        { officeId: OFFICE, code: 'RR01', n: 6 },
        { officeId: OFFICE, code: 'RR02', n: 6 },
      ]),
    )
  })

  it('are the same when everything is counted again', async () => {
    const before = await kept()
    expect(before.weeks.length).toBeGreaterThan(4)
    const counted = await rebuildStatistics(store)
    expect(await kept()).toEqual(before)
    expect(counted).toEqual({ submissions: 9, decisions: 8 })
    await store.write(async (tx) => void (await tx.delete(officeWeeks)))
    await rebuildStatistics(store)
    expect(await kept()).toEqual(before)
  })
})
