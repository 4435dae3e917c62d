import { and, count, eq, gt, gte, inArray, lt, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { endOfDay, startOfDay } from '#lib/clock'
import { TARGET_EXAM } from '#lib/collection/codes/local'
import type { QueueFilter } from '#lib/review/filter'
import { overdueBefore } from '#lib/working-days'
import { applications } from '../schema.ts'
import type { Db } from '../store.ts'
import { LANE_KINDS, laneOf } from './applications.ts'

// A filter of the queue as conditions, each of which one index serves.

export const REVIEWED = ['submitted', 'returned', 'approved'] as const
export type Reviewed = (typeof REVIEWED)[number]

const QUEUE_KINDS = {
  first: ['first'],
  resubmitted: ['firstAgain', 'changeAgain'],
  change: ['change', 'changeAgain'],
} as const
export const EVERY_EXAM = TARGET_EXAM.map((exam) => exam.value)

/** What waits too long on a day. */
export const overdueOn = (today: string) => lt(applications.submittedAt, startOfDay(overdueBefore(today)))

/** The states that a filter leaves: only what waits can be late or claimed. */
export function statusesOf({ status, overdue, mine }: QueueFilter): readonly Reviewed[] {
  const wanted = status === 'all' ? REVIEWED : [status]
  return overdue || mine ? wanted.filter((one) => one === 'submitted') : wanted
}

// A literal, because the index of the flagged holds no others and a bound value would hide that.
export const flagged = sql`${applications.flags} <> ''`

/** When a filter's submissions were handed in: the range that every index of the queue ends with. */
export function during({ from, to, overdue }: QueueFilter, today: string): SQL | undefined {
  return and(
    from === undefined ? undefined : gte(applications.submittedAt, startOfDay(from)),
    to === undefined ? undefined : lt(applications.submittedAt, endOfDay(to)),
    overdue ? overdueOn(today) : undefined,
  )
}

/** The lanes of a filter. */
const lanesOf = (filter: QueueFilter): string[] =>
  statusesOf(filter).flatMap((status) =>
    (filter.kind ? QUEUE_KINDS[filter.kind] : LANE_KINDS).map((kind) => laneOf(status, kind)),
  )

/**
 * The filter as conditions that are equalities on the whole head of an index, so that each reads rows in
 * the order of the queue. Kind and exam are spelled out as soon as one is asked for, or the flagged: their
 * indices hold both, and the state stands in the lane alone, for the planner would else take the index
 * without them.
 */
export function streamsOf(officeIds: readonly string[], filter: QueueFilter): (SQL | undefined)[] {
  const { kind, exam, flags } = filter
  const heads =
    kind || exam || flags
      ? lanesOf(filter).flatMap((lane) =>
          (exam ? [exam] : EVERY_EXAM).map((one) =>
            and(eq(applications.lane, lane), eq(applications.targetExam, one), flags ? flagged : undefined),
          ),
        )
      : statusesOf(filter).map((status) => eq(applications.status, status))
  return officeIds.flatMap((officeId) => heads.map((head) => and(eq(applications.officeId, officeId), head)))
}

// Rows that are known by id are few and are looked up by it. The planner, which has no figures, would
// rather walk the queue: a column in an expression is out of its reach.
const aside = (column: SQLWrapper): SQL => sql`${column} || ''`

/** The same filter for rows that are known by their ids. */
export const amongKnown = (ids: readonly string[], officeIds: readonly string[], filter: QueueFilter) =>
  and(
    inArray(applications.id, [...ids]),
    inArray(aside(applications.officeId), [...officeIds]),
    inArray(aside(applications.status), [...statusesOf(filter)]),
    filter.kind && inArray(aside(applications.lane), lanesOf(filter)),
    filter.exam && eq(aside(applications.targetExam), filter.exam),
    filter.flags ? sql`${aside(applications.flags)} <> ''` : undefined,
  )

/** Whose claims are meant by `mine`, and when. */
export interface Claims {
  readonly reviewer: string
  readonly now: Date
}

/** What somebody holds now. */
export const claimedBy = ({ reviewer, now }: Claims) =>
  and(eq(applications.claimHolder, reviewer), gt(applications.claimUntil, now))

/** How many applications a condition holds, counted by the engine and no further than `most`. */
export async function countUpTo(db: Db, where: SQL | undefined, most: number): Promise<number> {
  const found = db.select({ id: applications.id }).from(applications).where(where).limit(most).as('found')
  const [row] = await db.select({ n: count() }).from(found)
  return row?.n ?? 0
}
