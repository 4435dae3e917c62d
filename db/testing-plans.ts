import {
  type Cursor,
  QUEUE_EXAMS,
  QUEUE_KINDS,
  QUEUE_SORTS,
  QUEUE_STATUSES,
  type QueueFilter,
  readFilter,
} from '#lib/review/filter'
import { findPeopleByIndex } from './queries/people.ts'
import { findNextInQueue, listQueue } from './queries/queue.ts'
import { countByOffice, oldestWaiting, tallyQueue } from './queries/queue-figures.ts'
import type { Db } from './store.ts'

// What the pages of the queue ask, for the suites that read the plans of it. For tests only.

/** Tables that grow with the province: none may be read whole. */
export const BIG = [
  'applications',
  'people',
  'events',
  'documents',
  'submissions',
  'decisions',
  'records',
  'name_terms',
  'unit_terms',
  'draft_steps',
  'draft_entries',
]
export const OFFICES = ['410105']
const AREA = ['410102', '410103', '410105']
const ASKED = { today: '2026-07-20', reviewer: 'r', now: new Date('2026-07-20T02:00:00Z') }

const CURSOR = { at: new Date('2026-07-05T01:00:00Z'), id: 'a', back: false }
/** The order of the exams while the queue goes by them; a page of it begins in the middle list. */
const EXAMS = ['senior', 'intermediate', 'none'] as const
const examsOf = ({ sort }: QueueFilter) => (sort === 'exam' ? { exams: EXAMS } : {})

function cursorsOf({ sort }: QueueFilter): (Cursor | undefined)[] {
  const cursor = sort === 'exam' ? { ...CURSOR, exam: EXAMS[1] } : CURSOR
  return [undefined, cursor, { ...cursor, back: true }]
}

export type FilterParams = Readonly<Record<string, string>>

const orNone = <T>(values: readonly T[]): (T | undefined)[] => [undefined, ...values]

/** Everything, one exam's, or everything in the order of the exams. */
const BY_EXAM: readonly FilterParams[] = [
  {},
  ...QUEUE_EXAMS.map((exam) => ({ exam })),
  ...QUEUE_SORTS.map((sort) => ({ sort })),
]

/** Every filter alone and with every other. */
export const FILTERS: readonly FilterParams[] = QUEUE_STATUSES.flatMap((status) =>
  orNone(QUEUE_KINDS).flatMap((kind) =>
    BY_EXAM.flatMap((exam) =>
      ['', 'from', 'to', 'overdue', 'from,to', 'from,overdue', 'flags', 'flags,overdue'].map((dates) => ({
        status,
        ...(kind ? { kind } : {}),
        ...exam,
        ...(dates.includes('from') ? { from: '2026-07-01' } : {}),
        ...(dates.includes('to') ? { to: '2026-07-10' } : {}),
        ...(dates.includes('overdue') ? { overdue: '1' } : {}),
        ...(dates.includes('flags') ? { flags: '1' } : {}),
      })),
    ),
  ),
)

/** The conditions of a filter that an index must serve: a state, or the lanes and exams that stand for it. */
export const headOf = (params: FilterParams): readonly string[] =>
  params.kind || params.exam || params.flags || params.sort
    ? ['office_id', 'lane', 'target_exam']
    : ['office_id', 'status']

/** The bounds that a filter sets to the day of submission. */
export const boundsOf = (params: FilterParams): readonly string[] =>
  [params.from ? ['>'] : [], params.to || params.overdue ? ['<'] : []].flat()

/**
 * Asks for the pages of a filter, forwards and backwards, and for the next free application. An area asks
 * what each of its offices asks, so that it is asked without dates only.
 */
export async function walkQueue(db: Db, params: FilterParams): Promise<void> {
  const filter = readFilter(params)
  const dated = boundsOf(params).length > 0
  for (const offices of dated ? [OFFICES] : [OFFICES, AREA]) {
    for (const cursor of cursorsOf(filter)) {
      const asked = { today: ASKED.today, ...examsOf(filter), ...(cursor ? { cursor } : {}) }
      await listQueue(db, offices, filter, asked)
    }
    await findNextInQueue(db, offices, filter, { ...ASKED, ...examsOf(filter) })
  }
}

/** What people type into the search: few hits, many, pinyin, more than a term keeps, signs, nothing. */
export const SEARCHES = [
  '欧阳',
  '王',
  'ouyang',
  'ou yang',
  'o',
  '河南示例有限公司的一个很长很长的名字',
  '%',
  'HN2026',
  '没有',
]

/** Asks for a page of what a search finds and for the next free one, in every state, alone and narrowed. */
export async function searchQueue(db: Db, q: string): Promise<void> {
  for (const status of QUEUE_STATUSES) {
    const narrow = { kind: 'change', exam: 'senior', from: '2026-07-01' }
    for (const extra of [{}, { flags: '1' }, narrow, { sort: 'exam' }]) {
      const filter = readFilter({ q, status, ...extra })
      const [, cursor] = cursorsOf(filter)
      await listQueue(db, AREA, filter, {
        today: ASKED.today,
        ...examsOf(filter),
        ...(cursor ? { cursor } : {}),
      })
      await findNextInQueue(db, AREA, filter, { ...ASKED, ...examsOf(filter) })
    }
  }
}

/** Asks for somebody by number, the figures above the queue and the oldest that waits. */
export async function askFigures(db: Db): Promise<void> {
  await findPeopleByIndex(db, ['a', 'b'])
  await listQueue(db, AREA, readFilter({ status: 'all' }), { today: ASKED.today, personIds: ['p'] })
  await tallyQueue(db, AREA, ASKED)
  await countByOffice(db, AREA)
  await oldestWaiting(db, AREA)
}

/** An index, and what shows that it is missing. */
export const WITHOUT = [
  ['applications_queue', { status: 'submitted' }],
  ['applications_lane', { kind: 'change' }],
  ['applications_lane', { exam: 'senior' }],
  ['applications_lane', { sort: 'exam' }],
  ['applications_flagged', { flags: '1' }],
  ['applications_claim', 'figures'],
  ['people_mobile', 'number'],
] as const

/** Asks what needs one of `WITHOUT`. */
export async function askFor(db: Db, what: (typeof WITHOUT)[number][1]): Promise<void> {
  if (what === 'figures') await tallyQueue(db, OFFICES, ASKED)
  else if (what === 'number') await findPeopleByIndex(db, ['a'])
  else {
    const filter = readFilter(what)
    await listQueue(db, OFFICES, filter, { today: ASKED.today, ...examsOf(filter) })
  }
}
