import { findNextInQueue, listQueue } from '#db/queries/queue'
import { oldestWaiting, tallyQueue } from '#db/queries/queue-figures'
import type { Db } from '#db/store'
import { readFilter } from '#lib/review/filter'
import { OFFICE } from './options.ts'

const OFFICES = [OFFICE]
const DAY_MS = 86_400_000
const REVIEWER = 'bench'

interface Asked {
  readonly db: Db
  readonly now: Date
  readonly today: string
}
type Call = (asked: Asked) => Promise<unknown>

const page =
  (params: Readonly<Record<string, string>>, daysBack?: number): Call =>
  ({ db, now, today }) =>
    listQueue(db, OFFICES, readFilter(params), {
      today,
      ...(daysBack === undefined
        ? {}
        : { cursor: { at: new Date(now.getTime() - daysBack * DAY_MS), id: '0', back: false } }),
    })

/** What the queue page asks of the store, by the name that the report gives it. */
export const CALLS: Readonly<Record<string, Call>> = {
  'first page, waiting': page({}),
  'half-way down, waiting': page({}, 5),
  'half-way down, approved': page({ status: 'approved' }, 80),
  'all states': page({ status: 'all' }),
  'all states, half-way down': page({ status: 'all' }, 80),
  'returned and submitted again': page({ kind: 'resubmitted' }),
  'changes, all states': page({ kind: 'change', status: 'all' }),
  'for an exam': page({ exam: 'senior' }),
  overdue: page({ overdue: '1' }),
  'exam and overdue': page({ exam: 'senior', overdue: '1' }),
  'change, exam, approved': page({ kind: 'change', exam: 'intermediate', status: 'approved' }),
  'search: a whole name': page({ q: '王伟芳', status: 'all' }),
  'search: the surname 王': page({ q: '王', status: 'all' }),
  'search: the surname 王, overdue': page({ q: '王', overdue: '1' }),
  'search: part of a unit’s name': page({ q: '豫中原', status: 'all' }),
  'search: pinyin zhangwei': page({ q: 'zhangwei', status: 'all' }),
  'search: nothing found': page({ q: '没有这个人', status: 'all' }),
  'the next free one': ({ db, now, today }) =>
    findNextInQueue(db, OFFICES, readFilter({}), { today, reviewer: REVIEWER, now }),
  'the figures above it': ({ db, now, today }) => tallyQueue(db, OFFICES, { today, reviewer: REVIEWER, now }),
  'the oldest that waits': ({ db }) => oldestWaiting(db, OFFICES),
}
