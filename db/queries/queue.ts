import { and, asc, desc, eq, gt, gte, inArray, isNull, lt, lte, ne, or, type SQL } from 'drizzle-orm'
import type { Cursor, Exam, QueueFilter } from '#lib/review/filter'
import { applications } from '../schema.ts'
import type { Db } from '../store.ts'
import type { ApplicationRow } from './applications.ts'
import {
  amongKnown,
  type Claims,
  claimedBy,
  countUpTo,
  during,
  statusesOf,
  streamsOf,
} from './queue-filter.ts'
import { findBySearch, MOST_FOUND, searched } from './search.ts'

/** Rows of a page of the queue. */
const QUEUE_PAGE = 20

const idsOf = (rows: readonly { id: string }[]) => rows.map((row) => row.id)

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

interface Order {
  readonly today: string
  readonly back?: boolean
  readonly limit: number
}

/**
 * The first `limit` applications under a filter in the order of their submission, or in the reverse.
 * @param ids what the filter is narrowed to; nothing when the queue is walked
 */
async function firstBySubmission(
  db: Db,
  officeIds: readonly string[],
  filter: QueueFilter,
  ids: readonly string[] | undefined,
  { today, back = false, limit }: Order,
  more: SQL | undefined,
): Promise<Key[]> {
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

/** The lists that the queue is put together from: those of the exams in their order, or one of everything. */
const listsOf = ({ exam }: QueueFilter, exams: readonly Exam[] | undefined): readonly (Exam | undefined)[] =>
  exams === undefined ? [undefined] : exam ? [exam] : exams

/**
 * The first `limit` applications under a filter in the order of the queue, or in the reverse. By exam, it is
 * one list after the other, each in the order of submission and each read as under the filter `exam`.
 */
async function firstKeys(
  db: Db,
  officeIds: readonly string[],
  filter: QueueFilter,
  asked: Order & {
    exams?: readonly Exam[] | undefined
    cursor?: Cursor | undefined
    personIds?: readonly string[] | undefined
    claims?: Claims | undefined
  },
  more?: SQL,
): Promise<Key[]> {
  const { back = false, limit, exams, cursor, personIds, claims } = asked
  const ids = await knownIds(db, officeIds, filter, personIds, claims)
  if (ids?.length === 0 || statusesOf(filter).length === 0) return []
  const lists = listsOf(filter, exams)
  const way = back ? [...lists].reverse() : lists
  const found: Key[] = []
  for (const exam of cursor ? way.slice(way.indexOf(cursor.exam)) : way) {
    const list = exam ? { ...filter, exam } : filter
    const past = cursor && cursor.exam === exam ? beyond(cursor) : undefined
    const order = { ...asked, limit: limit - found.length }
    found.push(...(await firstBySubmission(db, officeIds, list, ids, order, and(more, past))))
    if (found.length >= limit) break
  }
  return found
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
 * @param exams every exam in the order in which its list is taken; one list of everything without it. A
 * cursor of the other order reads as the beginning
 * @param personIds narrows to these people: what a search by number found
 * @param claims who asks, for the filter `mine`
 */
export async function listQueue(
  db: Db,
  officeIds: readonly string[],
  filter: QueueFilter,
  asked: {
    today: string
    exams?: readonly Exam[] | undefined
    cursor?: Cursor
    personIds?: readonly string[]
    size?: number
    claims?: Claims
  },
): Promise<QueuePage> {
  const { today, exams, personIds, size = QUEUE_PAGE, claims } = asked
  if (officeIds.length === 0 || personIds?.length === 0) {
    return { rows: [], next: undefined, previous: undefined }
  }
  const cursor = listsOf(filter, exams).includes(asked.cursor?.exam) ? asked.cursor : undefined
  const order = { today, limit: size + 1, back: cursor?.back ?? false, exams, cursor, personIds, claims }
  const found = await rowsOf(db, await firstKeys(db, officeIds, filter, order))
  const more = found.length > size
  const rows = cursor?.back ? found.slice(0, size).reverse() : found.slice(0, size)
  const [first, last] = [rows[0], rows.at(-1)]
  const hasNext = cursor?.back ? true : more
  const hasPrevious = cursor?.back ? more : cursor !== undefined
  const placeOf = ({ submittedAt, id, targetExam }: ApplicationRow) => ({
    at: submittedAt,
    id,
    exam: exams?.find((exam) => exam === targetExam),
  })
  return {
    rows,
    next: last && hasNext ? { ...placeOf(last), back: false } : undefined,
    previous: first && hasPrevious ? { ...placeOf(first), back: true } : undefined,
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
    const where = and(stream, during(filter, asked.today), heldAgainst(filter.q))
    counted += await countUpTo(db, where, most - counted)
    if (counted >= most) break
  }
  return counted
}

/**
 * The first submitted application of these offices, in the order of the queue, that is free, not one's own,
 * under the same filter.
 * @param exams as for `listQueue`
 */
export async function findNextInQueue(
  db: Db,
  officeIds: readonly string[],
  filter: QueueFilter,
  asked: { today: string; reviewer: string; now: Date; exams?: readonly Exam[] | undefined },
): Promise<string | undefined> {
  if (officeIds.length === 0) return undefined
  // One's own by their ids: what is asked of a claim then stands in the indices of the queue, and the many
  // that colleagues hold at its head are passed over there.
  const own = await db.select({ id: applications.id }).from(applications).where(claimedBy(asked))
  const free = and(
    ne(applications.personId, asked.reviewer),
    or(
      isNull(applications.claimUntil),
      lte(applications.claimUntil, asked.now),
      own.length > 0 ? inArray(applications.id, idsOf(own)) : undefined,
    ),
  )
  const waiting = { ...filter, status: 'submitted' as const }
  const order = { today: asked.today, limit: 1, exams: asked.exams, claims: asked }
  const [row] = await firstKeys(db, officeIds, waiting, order, free)
  return row?.id
}
