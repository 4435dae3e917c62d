import type { Metadata } from 'next'
import { Banner } from '#components/layout/banner'
import { QueueFilters } from '#components/review/queue-filters'
import { QueueTable } from '#components/review/queue-table'
import { QueueViews } from '#components/review/queue-views'
import { fastOffices } from '#db/queries/fast-lane'
import { findOffice } from '#db/queries/offices'
import { listQueue } from '#db/queries/queue'
import { MOST_COUNTED, tallyQueue } from '#db/queries/queue-figures'
import { store } from '#db/store'
import { now, today } from '#lib/clock'
import { requireStaff } from '#lib/identity/session'
import { paths, withQuery } from '#lib/paths'
import {
  filterParams,
  isNarrowed,
  one,
  type Params,
  packCursor,
  packPlace,
  placeParams,
  readPlace,
  unpackCursor,
} from '#lib/review/filter'
import { DeskPage } from '../desk-page.tsx'
import { searchAction } from './actions.ts'
import { askedOf } from './asked.ts'
import { examChoices, examsOf, orderWords } from './exam-choices.ts'
import { DeskKeys } from './keys.tsx'
import { LostHold } from './lost-hold.tsx'
import { Outcome } from './outcome.tsx'
import { queueRows } from './queue-rows.ts'

export const metadata: Metadata = { title: '审核队列' }

/** The queue of one's offices: oldest first or by exam, page by key; the address is the state. */
export default async function QueuePage({ searchParams }: { searchParams: Promise<Params> }) {
  const params = await searchParams
  const session = await requireStaff(paths.queue)
  const { read } = await store()
  const at = now()
  const day = today(at)
  const { place, personIds } = await askedOf(session.person.id, readPlace(params), at)
  const { filter } = place
  const cursor = unpackCursor(place.after)
  const asking = { today: day, reviewer: session.person.id, now: at }
  const page = await listQueue(read, session.officeIds, filter, {
    today: day,
    claims: asking,
    exams: await examsOf(read, filter, day),
    ...(cursor ? { cursor } : {}),
    ...(personIds ? { personIds } : {}),
  })
  const tallies = await tallyQueue(read, session.officeIds, asking)
  const exams = await examChoices(read, day)
  const fast = await fastOffices(read, session.reviewIds)
  const office = await findOffice(read, session.reviewIds[0] ?? session.roles[0]?.officeId ?? '')
  const here = (extra: Record<string, string | undefined>) =>
    withQuery(paths.queue, { ...placeParams(place), ...extra })
  const narrowed = isNarrowed(filter) || personIds !== undefined
  return (
    <DeskPage session={session} office={office?.name} current={paths.queue}>
      <Outcome session={session} params={params} />
      <LostHold personId={session.person.id} officeIds={session.reviewIds} params={params} at={at} />
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
        <QueueViews tallies={tallies} most={MOST_COUNTED} filter={personIds ? undefined : filter} />
      </div>
      <QueueFilters
        filter={filter}
        action={searchAction}
        clear={narrowed ? paths.queue : undefined}
        exams={exams}
      />
      <QueueTable
        rows={await queueRows(read, page.rows, { session, at, today: day })}
        href={(id) => withQuery(paths.application(id), { f: packPlace(place) || undefined })}
        previous={page.previous && here({ after: packCursor(page.previous) })}
        next={page.next && here({ after: packCursor(page.next) })}
        state={filter.status}
        order={filter.sort === 'exam' ? orderWords(exams) : undefined}
        narrowed={narrowed}
        clear={paths.queue}
        wider={
          filter.status !== 'all' && filter.q !== ''
            ? withQuery(paths.queue, filterParams({ ...filter, status: 'all' }))
            : undefined
        }
        tools={
          <span className="links">
            <a href={withQuery(paths.export, { f: packPlace({ ...place, after: undefined }) || undefined })}>
              导出
            </a>
            {fast.length > 0 && <a href={paths.fastLane}>快速通道</a>}
            {session.reviewIds.length > 0 && <a href={paths.officeReasons}>本单位退回原因</a>}
          </span>
        }
      />
      <DeskKeys switchable />
    </DeskPage>
  )
}
