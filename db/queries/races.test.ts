import { and, eq, isNull, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CollectionError } from '#lib/collection/errors'
import { applications, decisions, events, offices, outbox, queueCounts, records } from '../schema.ts'
import { seedReference } from '../seed/reference.ts'
import type { Db, Store } from '../store.ts'
import { openTestStore } from '../testing.ts'
import { draftsOn, T0 } from '../testing-drafts.ts'
import { withdrawApplication } from './collect.ts'
import { approveInLane, laneRefusalOf } from './fast-lane.ts'
import { claimApplication, NotInScope, type Reviewing, type Seen, takeOverApplication } from './review.ts'
import { approveApplication, returnApplication } from './review-decide.ts'

/** How often each pair meets; `npm run test:deep` asks for 500 in all. */
const ROUNDS = Math.ceil(Number(process.env.RACES ?? '100') / 5)

let store: Store
let drafts: ReturnType<typeof draftsOn>
let remove: () => Promise<void>
let one: Reviewing
let two: Reviewing
beforeAll(async () => {
  ;({ store, remove } = await openTestStore())
  await seedReference(store, T0)
  await store.write(async (tx) => void (await tx.update(offices).set({ fastLane: true })))
  drafts = draftsOn(store)
  const desk = (reviewer: string): Reviewing => ({
    reviewer,
    reviewIds: ['410105'],
    officeIds: ['410105'],
    now: T0,
  })
  one = desk((await drafts.someone('周敏')).person.id)
  two = desk((await drafts.someone('吴刚')).person.id)
})
afterAll(() => remove())

type Draft = Awaited<ReturnType<typeof drafts.submitted>>
type Contestant = (tx: Db, seen: Seen, draft: Draft) => Promise<unknown>

const RETURNED = { codes: ['RR01'], text: '', openAll: false, comments: [] }
const after = ({ id, version }: Seen, moves: number): Seen => ({ id, version: version + moves })

const approve: Contestant = (tx, seen) => approveApplication(tx, one, seen, '')
const takeAndReturn: Contestant = async (tx, seen) => {
  await takeOverApplication(tx, two, seen)
  await returnApplication(tx, two, after(seen, 1), RETURNED)
}
const claimAndReturn =
  (by: () => Reviewing): Contestant =>
  async (tx, seen) => {
    await claimApplication(tx, by(), seen)
    await returnApplication(tx, by(), after(seen, 1), RETURNED)
  }
const lane =
  (by: () => Reviewing): Contestant =>
  async (tx, seen) => {
    const refusal = await approveInLane(tx, by(), seen)
    if (refusal) throw new CollectionError('stale')
  }

/** Lets two meet over one application. @returns how many won, and what the losers were told */
async function meet(first: Contestant, second: Contestant, claimed: boolean, turned: boolean) {
  const draft = await drafts.submitted()
  const id = draft.applicationId
  // The day's draw may hold it back; then the lane refuses by rights, and this is another test's matter.
  const seen = { id, version: 2 }
  if (claimed) await store.write((tx) => claimApplication(tx, one, seen))
  const start = claimed ? after(seen, 1) : seen
  const run = (contestant: Contestant) => store.write((tx) => contestant(tx, start, draft))
  const pair = turned ? [run(second), run(first)] : [run(first), run(second)]
  const results = await Promise.allSettled(pair)
  const lost = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
  return { id, won: results.length - lost.length, lost, by: draft.by }
}

const standing = async (id: string) =>
  await store.read
    .select()
    .from(decisions)
    .where(and(eq(decisions.applicationId, id), isNull(decisions.undoneAt)))

async function countersHold(): Promise<void> {
  const { officeId, status, kind } = applications
  const counted = await store.read
    .select({ officeId, status, kind, n: sql<number>`count(*)`.mapWith(Number) })
    .from(applications)
    .groupBy(officeId, status, kind)
  const text = (rows: readonly { officeId: string; status: string; kind: string; n: number }[]) =>
    rows.flatMap((r) => (r.n === 0 ? [] : [`${r.officeId} ${r.status} ${r.kind} ${r.n}`])).sort()
  expect(text(await store.read.select().from(queueCounts))).toEqual(text(counted))
}

describe('two at one application', () => {
  it.each([
    ['a decision and a take-over that decides', approve, takeAndReturn, true],
    ['the same decision sent twice', approve, approve, true],
    ['two that claim and decide', claimAndReturn(() => one), claimAndReturn(() => two), false],
  ] as const)(
    'has exactly one winner: %s',
    async (_, first, second, claimed) => {
      for (let round = 0; round < ROUNDS; round++) {
        const { id, won, lost } = await meet(first, second, claimed, round % 2 === 1)
        expect(won, `round ${round}`).toBe(1)
        expect(lost[0], `round ${round}`).toBeInstanceOf(CollectionError)
        const kept = await standing(id)
        expect(kept.map(({ n }) => n)).toEqual([1])
        // What the loser had begun is gone with its transaction.
        const told = await store.read.select().from(events).where(eq(events.applicationId, id))
        expect(told.filter(({ verb }) => verb === 'approve' || verb === 'return')).toHaveLength(1)
        const inForce = await store.read.select().from(records).where(eq(records.applicationId, id))
        expect(inForce).toHaveLength(kept[0]?.decision === 'approve' ? 1 : 0)
      }
      await countersHold()
    },
    120_000,
  )

  it('has one winner in the fast lane, or none when it is held back', async () => {
    let approved = 0
    for (let round = 0; round < ROUNDS; round++) {
      const { id, won, lost } = await meet(
        lane(() => one),
        lane(() => two),
        false,
        round % 2 === 1,
      )
      expect(won).toBeLessThanOrEqual(1)
      for (const error of lost) expect(laneRefusalOf(error)).toBeDefined()
      expect(await standing(id)).toHaveLength(won)
      approved += won
    }
    expect(approved).toBeGreaterThan(ROUNDS / 2)
    await countersHold()
  }, 120_000)

  it('is the reviewer’s or the applicant’s, who withdraws at the same moment', async () => {
    const withdraw: Contestant = (tx, seen, { by }) => withdrawApplication(tx, by, seen.version)
    for (let round = 0; round < ROUNDS; round++) {
      const { id, won, lost } = await meet(
        claimAndReturn(() => one),
        withdraw,
        false,
        round % 2 === 1,
      )
      expect(won).toBe(1)
      // Withdrawn, it is a draft: for the office it is not there any more.
      expect(lost[0] instanceof CollectionError || lost[0] instanceof NotInScope).toBe(true)
      const [row] = await store.read.select().from(applications).where(eq(applications.id, id))
      expect(row?.status === 'draft' ? 0 : 1).toBe((await standing(id)).length)
    }
    await countersHold()
  }, 120_000)

  it('sends one message a decision', async () => {
    const kept = await store.read.select().from(decisions)
    expect(await store.read.select().from(outbox)).toHaveLength(kept.length)
  })
})
