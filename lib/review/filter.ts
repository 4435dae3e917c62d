import { isDay } from '#lib/days'
import { withQuery } from '#lib/paths'

/** What the desk shows of its queue. `all`: everything a reviewer may see; drafts never. */
export const QUEUE_STATUSES = ['submitted', 'returned', 'approved', 'all'] as const
export const QUEUE_KINDS = ['first', 'resubmitted', 'change'] as const
export const QUEUE_EXAMS = ['intermediate', 'senior'] as const
/** Orders of the queue besides that of submission: by the closing of the exam's registration (D19). */
export const QUEUE_SORTS = ['exam'] as const
type QueueStatus = (typeof QUEUE_STATUSES)[number]
export type QueueKind = (typeof QUEUE_KINDS)[number]
/** What an application is needed for. */
export type Exam = (typeof QUEUE_EXAMS)[number] | 'none'

/** The filter that stands in the address of the queue (contract section 3), and the order. */
export interface QueueFilter {
  readonly status: QueueStatus
  readonly kind: QueueKind | undefined
  /** Name, pinyin, initials, unit or receipt number; never an ID number or a mobile. */
  readonly q: string
  /** Days in Shanghai, `YYYY-MM-DD`, both included. */
  readonly from: string | undefined
  readonly to: string | undefined
  readonly overdue: boolean
  /** Only those at which the machine asks to look. */
  readonly flags: boolean
  /** Only those that who asks has claimed. */
  readonly mine: boolean
  readonly exam: Exam | undefined
  readonly sort: (typeof QUEUE_SORTS)[number] | undefined
}

export type Params = Readonly<Record<string, string | readonly string[] | undefined>>

/** The one value of a parameter; nothing when it is missing or doubled. */
export const one = (params: Params, name: string): string | undefined => {
  const value = params[name]
  return typeof value === 'string' ? value : undefined
}

/** The value when it is one of ours. */
export const among = <T extends string>(values: readonly T[], value: string | undefined): T | undefined =>
  values.find((known) => known === value)

const dayOf = (value: string | undefined): string | undefined =>
  value !== undefined && isDay(value) ? value : undefined

const MAX_SEARCH = 60

/** An ID number or a mobile rather than a name: those are never put into an address. */
export function isNumberLike(text: string): boolean {
  const signs = text.normalize('NFKC').replace(/[\s-]/gu, '')
  return /^[\dA-Za-z()]+$/.test(signs) && (signs.match(/\d/g)?.length ?? 0) >= 4 && !/^HN/i.test(signs)
}

/** Reads the filter; what is not one of ours is left out. */
export function readFilter(params: Params): QueueFilter {
  const q = (one(params, 'q') ?? '').normalize('NFKC').trim().slice(0, MAX_SEARCH)
  return {
    status: among(QUEUE_STATUSES, one(params, 'status')) ?? 'submitted',
    kind: among(QUEUE_KINDS, one(params, 'kind')),
    q: isNumberLike(q) ? '' : q,
    from: dayOf(one(params, 'from')),
    to: dayOf(one(params, 'to')),
    overdue: one(params, 'overdue') === '1',
    flags: one(params, 'flags') === '1',
    mine: one(params, 'mine') === '1',
    exam: among(QUEUE_EXAMS, one(params, 'exam')),
    sort: among(QUEUE_SORTS, one(params, 'sort')),
  }
}

/** The filter as parameters; what is the default is left out, so that addresses stay short. */
export function filterParams(filter: QueueFilter): Record<string, string | undefined> {
  return {
    status: filter.status === 'submitted' ? undefined : filter.status,
    kind: filter.kind,
    q: filter.q || undefined,
    from: filter.from,
    to: filter.to,
    overdue: filter.overdue ? '1' : undefined,
    flags: filter.flags ? '1' : undefined,
    mine: filter.mine ? '1' : undefined,
    exam: filter.exam,
    sort: filter.sort,
  }
}

/** Whether anything but the state narrows the queue; its order does not. */
export const isNarrowed = (filter: QueueFilter): boolean =>
  Object.entries(filterParams({ ...filter, sort: undefined })).some(
    ([name, value]) => name !== 'status' && value !== undefined,
  )

/** A page of the queue: its filter, where it begins, and the kept result of a search by number. */
export interface Place {
  readonly filter: QueueFilter
  /** The packed cursor. */
  readonly after?: string | undefined
  /** The id under which the people that a number found are kept. */
  readonly find?: string | undefined
}

/** The place as parameters of the queue's address. */
export const placeParams = ({ filter, after, find }: Place): Record<string, string | undefined> => ({
  ...(find ? { find } : filterParams(filter)),
  after,
})

/** The place as one text, for the `f` by which an application's page finds back to it. */
export const packPlace = (place: Place): string => withQuery('', placeParams(place)).slice(1)

/** The place that parameters name; what is not one of ours, or of another order, is left out. */
export function readPlace(params: Params): Place {
  const [after, find] = [one(params, 'after'), one(params, 'find')]
  const filter = readFilter(params)
  const cursor = unpackCursor(after)
  return {
    filter,
    after: cursor && (cursor.exam !== undefined) === (filter.sort === 'exam') ? after : undefined,
    find: find && /^[0-9a-z]{1,40}$/.test(find) ? find : undefined,
  }
}

/** The place that `packPlace` wrote; anything else reads as the beginning of the queue. */
export const unpackPlace = (text: string | undefined): Place =>
  readPlace(Object.fromEntries(new URLSearchParams(text ?? '')))

/** Where a row stands in the order of the queue. */
export interface Key {
  readonly at: Date
  readonly id: string
}

/** A place between two rows of the queue. */
export interface Cursor extends Key {
  /** The page before the place instead of the one after it. */
  readonly back: boolean
  /** The exam whose list it is in, while the queue goes by exam. */
  readonly exam?: Exam | undefined
}

/** `after` is opaque to everybody but these two functions. */
export const packCursor = ({ at, id, back, exam }: Cursor): string =>
  Buffer.from([back ? 'b' : 'f', at.getTime(), id, ...(exam ? [exam] : [])].join('.')).toString('base64url')

/** The place that `after` names; nothing for what is not one of ours. */
export function unpackCursor(text: string | undefined): Cursor | undefined {
  const plain = Buffer.from(text ?? '', 'base64url').toString('utf8')
  const [, way, time, id, exam] = /^([bf])\.(\d{1,15})\.([0-9a-z]{1,40})(?:\.([a-z]+))?$/.exec(plain) ?? []
  if (!way || !time || !id) return undefined
  const list = among([...QUEUE_EXAMS, 'none'], exam)
  if (exam !== undefined && list === undefined) return undefined
  return { at: new Date(Number(time)), id, back: way === 'b', ...(list ? { exam: list } : {}) }
}
