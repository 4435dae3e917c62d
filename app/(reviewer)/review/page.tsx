import type { Metadata } from 'next'
import { Banner } from '#components/layout/banner'
import { QueueFilters } from '#components/review/queue-filters'
import { QueueTable } from '#components/review/queue-table'
import { findOffice } from '#db/queries/offices'
import { listQueue, MOST_COUNTED, type Tallies, tallyQueue } from '#db/queries/queue'
import { store } from '#db/store'
import { now, today } from '#lib/clock'
import { takeHeld } from '#lib/identity/held'
import { requireStaff } from '#lib/identity/session'
import { paths, withQuery } from '#lib/paths'
import {
  filterParams,
  isNarrowed,
  one,
  type Params,
  packCursor,
  packFilter,
  readFilter,
  unpackCursor,
} from '#lib/review/filter'
import { DeskPage } from '../desk-page.tsx'
import { searchAction } from './actions.ts'
import { LostHold } from './lost-hold.tsx'
import { Outcome } from './outcome.tsx'
import { queueRows } from './queue-rows.ts'

export const metadata: Metadata = { title: '审核队列' }

/** The people that a search by number found, kept for its owner under an opaque id. */
async function foundPeople(personId: string, id: string | undefined, at: Date) {
  const held = await takeHeld(id, `person:${personId}`, at)
  return Array.isArray(held?.issues) ? held.issues.map(String) : undefined
}

/** The queue of one's offices: oldest first, page by key; the address is the state. */
export default async function QueuePage({ searchParams }: { searchParams: Promise<Params> }) {
  const params = await searchParams
  const session = await requireStaff(paths.queue)
  const { read } = await store()
  const at = now()
  const day = today(at)
  const find = one(params, 'find')
  const personIds = await foundPeople(session.person.id, find, at)
  const filter = personIds ? readFilter({ status: 'all' }) : readFilter(params)
  const cursor = unpackCursor(one(params, 'after'))
  const page = await listQueue(read, session.officeIds, filter, {
    today: day,
    ...(cursor ? { cursor } : {}),
    ...(personIds ? { personIds } : {}),
  })
  const asking = { today: day, reviewer: session.person.id, now: at }
  const tallies = await tallyQueue(read, session.officeIds, asking)
  const office = await findOffice(read, session.reviewIds[0] ?? session.roles[0]?.officeId ?? '')
  const here = (extra: Record<string, string | undefined>) =>
    withQuery(paths.queue, { ...(personIds ? { find } : filterParams(filter)), ...extra })
  const narrowed = isNarrowed(filter) || personIds !== undefined
  return (
    <DeskPage session={session} office={office?.name} current={paths.queue}>
      <Outcome session={session} params={params} />
      <LostHold personId={session.person.id} params={params} at={at} />
      {one(params, 'missing') && (
        <Banner tone="warn" title="没有找到">
          <p>没有这个证件号码或手机号的申请，或者不在您的辖区。</p>
        </Banner>
      )}
      {(['from', 'to'] as const).some((name) => one(params, name) && !filter[name]) && !personIds && (
        <Banner tone="warn" title="提交日期没有用上">
          <p>日期请写成 2026-07-01 这样，并且是日历上有的日子。</p>
        </Banner>
      )}
      <div className="desk-head">
        <h1>审核队列</h1>
        <TallyLine tallies={tallies} />
      </div>
      <QueueFilters filter={filter} action={searchAction} clear={narrowed ? paths.queue : undefined} />
      <QueueTable
        rows={await queueRows(read, page.rows, { session, at, today: day })}
        href={(id) => withQuery(paths.application(id), { f: packFilter(filter) || undefined })}
        previous={page.previous && here({ after: packCursor(page.previous) })}
        next={page.next && here({ after: packCursor(page.next) })}
        state={filter.status}
        narrowed={narrowed}
        clear={paths.queue}
        wider={
          filter.status !== 'all' && filter.q !== ''
            ? withQuery(paths.queue, filterParams({ ...filter, status: 'all' }))
            : undefined
        }
      />
    </DeskPage>
  )
}

/** A figure that is counted up to `MOST_COUNTED`. */
const counted = (n: number) => (n > MOST_COUNTED ? `${MOST_COUNTED}+` : `${n}`)

/** The figures of the offices, each leading to what it counts. */
function TallyLine({ tallies }: { tallies: Tallies }) {
  const { submitted, overdue, mine, returned, approved } = tallies
  return (
    <p className="tallies">
      <span>
        待审核 <b>{submitted}</b>
      </span>
      {overdue > 0 && (
        <a className="late" href={withQuery(paths.queue, { overdue: '1' })}>
          超期 <b>{counted(overdue)}</b>
        </a>
      )}
      <span>
        我认领的 <b>{counted(mine)}</b>
      </span>
      <a href={withQuery(paths.queue, { status: 'returned' })}>
        已退回 <b>{returned}</b>
      </a>
      <a href={withQuery(paths.queue, { status: 'approved' })}>
        已通过 <b>{approved}</b>
      </a>
    </p>
  )
}
