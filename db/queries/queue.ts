import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNull,
  lt,
  lte,
  ne,
  or,
  type SQL,
  type SQLWrapper,
  sql,
} from 'drizzle-orm'
import { TARGET_EXAM } from '#lib/collection/codes/local'
import type { Cursor, QueueFilter } from '#lib/review/filter'
import { overdueBefore } from '#lib/working-days'
import { applications, people, queueCounts } from '../schema.ts'
import type { Db } from '../store.ts'
import { type ApplicationRow, LANE_KINDS, laneOf } from './applications.ts'
import { findBySearch, MOST_FOUND, searched } from './search.ts'

/** Rows of a page of the queue. */
export const QUEUE_PAGE = 20

/** Figures above the queue are counted up to here; one more stands for "more than that". */
export const MOST_COUNTED = 1000

const REVIEWED = ['submitted', 'returned', 'approved'] as const
type Reviewed = (typeof REVIEWED)[number]

/** The first instant of a day in Shanghai. */
const startOf = (day: string) => new Date(`${day}T00:00:00+08:00`)
const DAY_MS = 86_400_000

const QUEUE_KINDS = {
  first: ['first'],
  resubmitted: ['firstAgain', 'changeAgain'],
  change: ['change', 'changeAgain'],
} as const
const EVERY_EXAM = TARGET_EXAM.map((exam) => exam.value)

const overdueOn = (today: string) => lt(applications.submittedAt, startOf(overdueBefore(today)))

/** The states that a filter leaves: only what waits can be late or claimed. */
function statusesOf({ status, overdue, mine }: QueueFilter): readonly Reviewed[] {
  const wanted = status === 'all' ? REVIEWED : [status]
  return overdue || mine ? wanted.filter((one) => one === 'submitted') : wanted
}

// A literal, because the index of the flagged holds no others and a bound value would hide that.
const flagged = sql`${applications.flags} <> ''`

/** When a filter's submissions were handed in: the range that every index of the queue ends with. */
function during({ from, to, overdue }: QueueFilter, today: string): SQL | undefined {
  return and(
    from === undefined ? undefined : gte(applications.submittedAt, startOf(from)),
    to === undefined ? undefined : lt(applications.submittedAt, new Date(startOf(to).getTime() + DAY_MS)),
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
function streamsOf(officeIds: readonly string[], filter: QueueFilter): (SQL | undefined)[] {
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
const amongKnown = (ids: readonly string[], officeIds: readonly string[], filter: QueueFilter) =>
  and(
    inArray(applications.id, [...ids]),
    inArray(aside(applications.officeId), [...officeIds]),
    inArray(aside(applications.status), [...statusesOf(filter)]),
    filter.kind && inArray(aside(applications.lane), lanesOf(filter)),
    filter.exam && eq(aside(applications.targetExam), filter.exam),
    filter.flags ? sql`${aside(applications.flags)} <> ''` : undefined,
  )

/** Whose claims are meant by `mine`, and when. */
interface Claims {
  readonly reviewer: string
  readonly now: Date
}

const claimedBy = ({ reviewer, now }: Claims) =>
  and(eq(applications.claimHolder, reviewer), gt(applications.claimUntil, now))

/**
 * The applications that a search, a number or one's own claims narrow the queue to; nothing when the queue
 * is walked.
 */
async function knownIds(
  db: Db,
  officeIds: readonly string[],
  { q, mine }: QueueFilter,
  personIds: readonly string[] | undefined,
  claims: Claims | undefined,
): Promise<readonly string[] | undefined> {
  const found = (where: SQL | undefined) =>
    db.select({ id: applications.id }).from(applications).where(where).limit(MOST_FOUND)
  const idsOf = (rows: readonly { id: string }[]) => rows.map((row) => row.id)
  if (personIds) return idsOf(await found(inArray(applications.personId, [...personIds])))
  if (mine) return claims ? idsOf(await found(claimedBy(claims))) : []
  if (q === '') return undefined
  if (isReceipt(q)) return idsOf(await found(eq(applications.receiptNumber, q.toUpperCase())))
  const ids = await findBySearch(db, officeIds, q)
  return ids === 'many' ? undefined : ids
}

const isReceipt = (q: string) => /^HN\d/i.test(q)
const heldAgainst = (q: string): SQL | undefined =>
  q === '' ? undefined : isReceipt(q) ? eq(applications.receiptNumber, q.toUpperCase()) : searched(q)

interface Key {
  readonly id: string
  readonly at: Date
}

/** The first `limit` applications under a filter in the order of the queue, or in the reverse. */
async function firstKeys(
  db: Db,
  officeIds: readonly string[],
  filter: QueueFilter,
  asked: {
    today: string
    back?: boolean
    limit: number
    personIds?: readonly string[] | undefined
    claims?: Claims | undefined
  },
  more?: SQL,
): Promise<Key[]> {
  const { today, back = false, limit, personIds, claims } = asked
  const ids = await knownIds(db, officeIds, filter, personIds, claims)
  if (ids?.length === 0 || statusesOf(filter).length === 0) return []
  const order = back ? desc : asc
  const streams = ids ? [amongKnown(ids, officeIds, filter)] : streamsOf(officeIds, filter)
  const heads = await Promise.all(
    streams.map((stream) =>
      db
        .select({ id: applications.id, at: applications.submittedAt })
        .from(applications)
        .where(and(stream, during(filter, today), heldAgainst(filter.q), more))
        .orderBy(order(applications.submittedAt), order(applications.id))
        .limit(limit),
    ),
  )
  const way = back ? -1 : 1
  const inOrder = (a: Key, b: Key) => way * (a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1))
  return heads.flat().sort(inOrder).slice(0, limit)
}

async function rowsOf(db: Db, keys: readonly Key[]): Promise<ApplicationRow[]> {
  if (keys.length === 0) return []
  const ids = keys.map((key) => key.id)
  const rows = await db.select().from(applications).where(inArray(applications.id, ids))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

const beyond = ({ at, id, back }: Cursor): SQL | undefined => {
  const [past, from, further] = back ? [lt, lte, lt] : [gt, gte, gt]
  return and(
    from(applications.submittedAt, at),
    or(past(applications.submittedAt, at), further(applications.id, id)),
  )
}

export interface QueuePage {
  readonly rows: readonly ApplicationRow[]
  readonly next: Cursor | undefined
  readonly previous: Cursor | undefined
}

/**
 * One page of the queue of these offices, oldest submission first, by key and never by number, so that
 * rows that come and go between two pages are neither shown twice nor left out.
 * @param today Shanghai's date, for what is overdue
 * @param personIds narrows to these people: what a search by number found
 * @param claims who asks, for the filter `mine`
 */
export async function listQueue(
  db: Db,
  officeIds: readonly string[],
  filter: QueueFilter,
  asked: { today: string; cursor?: Cursor; personIds?: readonly string[]; size?: number; claims?: Claims },
): Promise<QueuePage> {
  const { today, cursor, personIds, size = QUEUE_PAGE, claims } = asked
  if (officeIds.length === 0 || personIds?.length === 0) {
    return { rows: [], next: undefined, previous: undefined }
  }
  const limit = size + 1
  const order = { today, limit, back: cursor?.back ?? false, personIds, claims }
  const found = await rowsOf(db, await firstKeys(db, officeIds, filter, order, cursor && beyond(cursor)))
  const more = found.length > size
  const rows = cursor?.back ? found.slice(0, size).reverse() : found.slice(0, size)
  const [first, last] = [rows[0], rows.at(-1)]
  const hasNext = cursor?.back ? true : more
  const hasPrevious = cursor?.back ? more : cursor !== undefined
  return {
    rows,
    next: last && hasNext ? { at: last.submittedAt, id: last.id, back: false } : undefined,
    previous: first && hasPrevious ? { at: first.submittedAt, id: first.id, back: true } : undefined,
  }
}

/**
 * How many applications of one office a filter holds, counted up to `most`; more are never told as fewer.
 * @param asked as for `listQueue`
 */
export async function countQueue(
  db: Db,
  officeId: string,
  filter: QueueFilter,
  asked: { today: string; personIds?: readonly string[] | undefined; claims?: Claims },
  most: number,
): Promise<number> {
  const ids = await knownIds(db, [officeId], filter, asked.personIds, asked.claims)
  if (ids?.length === 0 || statusesOf(filter).length === 0) return 0
  let counted = 0
  for (const stream of ids ? [amongKnown(ids, [officeId], filter)] : streamsOf([officeId], filter)) {
    const found = db
      .select({ id: applications.id })
      .from(applications)
      .where(and(stream, during(filter, asked.today), heldAgainst(filter.q)))
      .limit(most - counted)
      .as('found')
    const [row] = await db.select({ n: count() }).from(found)
    counted += row?.n ?? 0
    if (counted >= most) break
  }
  return counted
}

/** The oldest submitted application of these offices that is free, not one's own, under the same filter. */
export async function findNextInQueue(
  db: Db,
  officeIds: readonly string[],
  filter: QueueFilter,
  asked: { today: string; reviewer: string; now: Date },
): Promise<string | undefined> {
  if (officeIds.length === 0) return undefined
  const free = and(
    ne(applications.personId, asked.reviewer),
    or(
      isNull(applications.claimUntil),
      lte(applications.claimUntil, asked.now),
      eq(applications.claimHolder, asked.reviewer),
    ),
  )
  const waiting = { ...filter, status: 'submitted' as const }
  const [row] = await firstKeys(db, officeIds, waiting, { today: asked.today, limit: 1, claims: asked }, free)
  return row?.id
}

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
  const waiting = and(inArray(applications.officeId, [...officeIds]), eq(applications.status, 'submitted'))
  // Counted by the engine, so that a thousand rows are not handed over to be counted here.
  const overdue = db
    .select({ officeId: applications.officeId })
    .from(applications)
    .where(and(waiting, overdueOn(asked.today)))
    .limit(MOST_COUNTED + 1)
    .as('overdue')
  const [late] = await db.select({ n: count() }).from(overdue)
  const lanes = LANE_KINDS.map((kind) => laneOf('submitted', kind))
  const noticed = db
    .select({ officeId: applications.officeId })
    .from(applications)
    .where(
      and(
        inArray(applications.officeId, [...officeIds]),
        inArray(applications.lane, lanes),
        inArray(applications.targetExam, EVERY_EXAM),
        flagged,
      ),
    )
    .limit(MOST_COUNTED + 1)
    .as('noticed')
  const [toLookAt] = await db.select({ n: count() }).from(noticed)
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
    overdue: late?.n ?? 0,
    flagged: toLookAt?.n ?? 0,
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

/** The people behind a blind index of an ID number or a mobile. */
export async function findPeopleByIndex(db: Db, indices: readonly string[]): Promise<string[]> {
  const wanted = [...indices]
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .where(or(inArray(people.idIndex, wanted), inArray(people.mobileIndex, wanted)))
  return rows.map((row) => row.id)
}
