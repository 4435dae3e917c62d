import { and, asc, eq, inArray, sum } from 'drizzle-orm'
import { applications, queueCounts } from '../schema.ts'
import type { Db } from '../store.ts'
import { LANE_KINDS, laneOf } from './applications.ts'
import {
  claimedBy,
  countUpTo,
  EVERY_EXAM,
  flagged,
  overdueOn,
  REVIEWED,
  type Reviewed,
} from './queue-filter.ts'

/** Figures above the queue are counted up to here; one more stands for "more than that". */
export const MOST_COUNTED = 1000

export interface Tallies {
  readonly submitted: number
  readonly returned: number
  readonly approved: number
  readonly overdue: number
  /** Of the submitted, changes of a record. */
  readonly changes: number
  /** Of the submitted, those at which the machine asks to look. */
  readonly flagged: number
  /** Claimed by who asks, the lease running. */
  readonly mine: number
}

/** The figures above the queue: states from the counters, the rest counted up to `MOST_COUNTED` and one. */
export async function tallyQueue(
  db: Db,
  officeIds: readonly string[],
  asked: { today: string; reviewer: string; now: Date },
): Promise<Tallies> {
  const states = { submitted: 0, returned: 0, approved: 0 }
  let changes = 0
  if (officeIds.length === 0) return { ...states, overdue: 0, changes, flagged: 0, mine: 0 }
  for (const { status, kind, n } of await countByOffice(db, officeIds)) {
    states[status] += n
    if (status === 'submitted' && kind === 'change') changes += n
  }
  const here = inArray(applications.officeId, [...officeIds])
  const waiting = and(here, eq(applications.status, 'submitted'))
  const overdue = await countUpTo(db, and(waiting, overdueOn(asked.today)), MOST_COUNTED + 1)
  const lanes = LANE_KINDS.map((kind) => laneOf('submitted', kind))
  const noticed = and(
    here,
    inArray(applications.lane, lanes),
    inArray(applications.targetExam, EVERY_EXAM),
    flagged,
  )
  // What somebody holds is little in any office, so that it is found by them and not by the offices.
  const held = await db
    .select({ officeId: applications.officeId, status: applications.status })
    .from(applications)
    .where(claimedBy(asked))
    .limit(MOST_COUNTED + 1)
  const mine = held.filter((row) => row.status === 'submitted' && officeIds.includes(row.officeId))
  return {
    ...states,
    changes,
    overdue,
    flagged: await countUpTo(db, noticed, MOST_COUNTED + 1),
    mine: mine.length,
  }
}

/** How many applications each office has in each state and kind, from the counters. */
export async function countByOffice(
  db: Db,
  officeIds: readonly string[],
): Promise<{ officeId: string; status: Reviewed; kind: string; n: number }[]> {
  if (officeIds.length === 0) return []
  const rows = await db
    .select()
    .from(queueCounts)
    .where(and(inArray(queueCounts.officeId, [...officeIds]), inArray(queueCounts.status, [...REVIEWED])))
  return rows.map((row) => ({ ...row, status: row.status as Reviewed }))
}

/** When the oldest waiting application of each office was submitted. */
export async function oldestWaiting(
  db: Db,
  officeIds: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  if (officeIds.length === 0) return new Map()
  // The head of each office's queue; a minimum over groups would read all that waits.
  const heads = await Promise.all(
    officeIds.map((officeId) =>
      db
        .select({ officeId: applications.officeId, at: applications.submittedAt })
        .from(applications)
        .where(and(eq(applications.officeId, officeId), eq(applications.status, 'submitted')))
        .orderBy(asc(applications.submittedAt))
        .limit(1),
    ),
  )
  return new Map(heads.flat().map(({ officeId, at }) => [officeId, at] as const))
}

/** How many applications the province has by state and kind, from the counters. */
export const countApplications = (db: Db): Promise<{ status: string; kind: string; n: number }[]> =>
  db
    .select({ status: queueCounts.status, kind: queueCounts.kind, n: sum(queueCounts.n).mapWith(Number) })
    .from(queueCounts)
    .groupBy(queueCounts.status, queueCounts.kind)
