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
  like,
  lt,
  lte,
  min,
  ne,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { Cursor, QueueFilter } from '#lib/review/filter'
import { overdueBefore } from '#lib/working-days'
import { applications, people, queueCounts } from '../schema.ts'
import type { Db } from '../store.ts'
import type { ApplicationRow } from './applications.ts'

/** Rows of a page of the queue. */
export const QUEUE_PAGE = 20

const REVIEWED = ['submitted', 'returned', 'approved'] as const
type Reviewed = (typeof REVIEWED)[number]

/** The first instant of a day in Shanghai. */
const startOf = (day: string) => new Date(`${day}T00:00:00+08:00`)
const DAY_MS = 86_400_000

const escaped = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
const startsWith = (column: typeof applications.name, text: string) =>
  sql`${column} like ${`${escaped(text)}%`} escape '\\'`

/** Latin letters search pinyin and initials, `HN…` the receipt number, anything else name and unit. */
function searched(q: string): SQL | undefined {
  if (/^HN\d/i.test(q)) return eq(applications.receiptNumber, q.toUpperCase())
  if (/^[A-Za-z' ]+$/.test(q)) {
    const letters = q.toLowerCase().replace(/[' ]/g, '')
    return or(like(applications.namePinyin, `${letters}%`), like(applications.nameInitials, `${letters}%`))
  }
  return or(
    startsWith(applications.name, q),
    sql`${applications.unitName} like ${`%${escaped(q)}%`} escape '\\'`,
  )
}

const ofKind: Readonly<Record<NonNullable<QueueFilter['kind']>, () => SQL | undefined>> = {
  first: () => and(eq(applications.kind, 'first'), lte(applications.submissions, 1)),
  resubmitted: () => gt(applications.submissions, 1),
  change: () => eq(applications.kind, 'change'),
}

/** Every condition of a filter. The offices come first: a foreign county's row is never found. */
function matching(
  officeIds: readonly string[],
  filter: QueueFilter,
  today: string,
  personIds?: readonly string[],
): SQL | undefined {
  const { status, kind, q, from, to, overdue, exam } = filter
  return and(
    inArray(applications.officeId, [...officeIds]),
    status === 'all' ? inArray(applications.status, [...REVIEWED]) : eq(applications.status, status),
    kind && ofKind[kind](),
    q === '' ? undefined : searched(q),
    from === undefined ? undefined : gte(applications.submittedAt, startOf(from)),
    to === undefined ? undefined : lt(applications.submittedAt, new Date(startOf(to).getTime() + DAY_MS)),
    overdue ? and(eq(applications.status, 'submitted'), overdueOn(today)) : undefined,
    exam && eq(applications.targetExam, exam),
    personIds && inArray(applications.personId, [...personIds]),
  )
}

const overdueOn = (today: string) => lt(applications.submittedAt, startOf(overdueBefore(today)))

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
 */
export async function listQueue(
  db: Db,
  officeIds: readonly string[],
  filter: QueueFilter,
  asked: { today: string; cursor?: Cursor; personIds?: readonly string[]; size?: number },
): Promise<QueuePage> {
  const { today, cursor, personIds, size = QUEUE_PAGE } = asked
  if (officeIds.length === 0 || personIds?.length === 0) {
    return { rows: [], next: undefined, previous: undefined }
  }
  const order = cursor?.back ? desc : asc
  const found = await db
    .select()
    .from(applications)
    .where(and(matching(officeIds, filter, today, personIds), cursor && beyond(cursor)))
    .orderBy(order(applications.submittedAt), order(applications.id))
    .limit(size + 1)
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

/** The oldest submitted application of these offices that is free, not one's own, under the same filter. */
export async function findNextInQueue(
  db: Db,
  officeIds: readonly string[],
  filter: QueueFilter,
  asked: { today: string; reviewer: string; now: Date },
): Promise<string | undefined> {
  if (officeIds.length === 0) return undefined
  const [row] = await db
    .select({ id: applications.id })
    .from(applications)
    .where(
      and(
        matching(officeIds, { ...filter, status: 'submitted' }, asked.today),
        ne(applications.personId, asked.reviewer),
        or(
          isNull(applications.claimUntil),
          lte(applications.claimUntil, asked.now),
          eq(applications.claimHolder, asked.reviewer),
        ),
      ),
    )
    .orderBy(asc(applications.submittedAt), asc(applications.id))
    .limit(1)
  return row?.id
}

export interface Tallies {
  readonly submitted: number
  readonly returned: number
  readonly approved: number
  readonly overdue: number
  /** Claimed by who asks, the lease running. */
  readonly mine: number
}

/** The figures above the queue: states from the counters, the rest counted among what waits. */
export async function tallyQueue(
  db: Db,
  officeIds: readonly string[],
  asked: { today: string; reviewer: string; now: Date },
): Promise<Tallies> {
  const states = { submitted: 0, returned: 0, approved: 0 }
  if (officeIds.length === 0) return { ...states, overdue: 0, mine: 0 }
  for (const { status, n } of await countByOffice(db, officeIds)) states[status] += n
  const waiting = and(inArray(applications.officeId, [...officeIds]), eq(applications.status, 'submitted'))
  const [late] = await db
    .select({ n: count() })
    .from(applications)
    .where(and(waiting, overdueOn(asked.today)))
  const [held] = await db
    .select({ n: count() })
    .from(applications)
    .where(and(waiting, eq(applications.claimHolder, asked.reviewer), gt(applications.claimUntil, asked.now)))
  return { ...states, overdue: late?.n ?? 0, mine: held?.n ?? 0 }
}

/** How many applications each office has in each state, from the counters. */
export async function countByOffice(
  db: Db,
  officeIds: readonly string[],
): Promise<{ officeId: string; status: Reviewed; n: number }[]> {
  if (officeIds.length === 0) return []
  const rows = await db
    .select()
    .from(queueCounts)
    .where(and(inArray(queueCounts.officeId, [...officeIds]), inArray(queueCounts.status, [...REVIEWED])))
  return rows.map((row) => ({ officeId: row.officeId, status: row.status as Reviewed, n: row.n }))
}

/** When the oldest waiting application of each office was submitted. */
export async function oldestWaiting(
  db: Db,
  officeIds: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  if (officeIds.length === 0) return new Map()
  const rows = await db
    .select({ officeId: applications.officeId, at: min(applications.submittedAt) })
    .from(applications)
    .where(and(inArray(applications.officeId, [...officeIds]), eq(applications.status, 'submitted')))
    .groupBy(applications.officeId)
  return new Map(rows.flatMap(({ officeId, at }) => (at ? [[officeId, at] as const] : [])))
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
