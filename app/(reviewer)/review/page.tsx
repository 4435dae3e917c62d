import type { Metadata } from 'next'
import { Button, ButtonLink } from '#components/form/button'
import { Form } from '#components/form/form'
import { Banner } from '#components/layout/banner'
import { QueueFilters } from '#components/review/queue-filters'
import { QueueTable } from '#components/review/queue-table'
import { findOffice } from '#db/queries/offices'
import { listQueue, tallyQueue } from '#db/queries/queue'
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
import { queueRows } from './queue-rows.ts'

export const metadata: Metadata = { title: '审核队列' }

const DONE: Readonly<Record<string, { mark: 'approved' | 'returned' | 'saved'; title: string }>> = {
  approve: { mark: 'approved', title: '已通过' },
  return: { mark: 'returned', title: '已退回' },
  forward: { mark: 'saved', title: '已移交' },
}

/** The queue of one's offices: oldest first, page by key; the address is the state. */
export default async function QueuePage({ searchParams }: { searchParams: Promise<Params> }) {
  const params = await searchParams
  const session = await requireStaff(paths.queue)
  const filter = readFilter(params)
  const { read } = await store()
  const at = now()
  const day = today(at)
  const owner = `person:${session.person.id}` as const
  const found = await takeHeld(one(params, 'find'), owner, at)
  const personIds = Array.isArray(found?.issues) ? found.issues.map(String) : undefined
  const cursor = unpackCursor(one(params, 'after'))
  const page = await listQueue(read, session.officeIds, personIds ? { ...filter, status: 'all' } : filter, {
    today: day,
    ...(cursor ? { cursor } : {}),
    ...(personIds ? { personIds } : {}),
  })
  const tallies = await tallyQueue(read, session.officeIds, {
    today: day,
    reviewer: session.person.id,
    now: at,
  })
  const office = await findOffice(read, session.reviewIds[0] ?? session.roles[0]?.officeId ?? '')
  const done = DONE[one(params, 'done') ?? '']
  const here = (extra: Record<string, string | undefined>) =>
    withQuery(paths.queue, { ...filterParams(filter), ...extra })
  return (
    <DeskPage session={session} office={office?.name} current={paths.queue}>
      {done && <Banner tone="ok" mark={done.mark} title={done.title} />}
      {one(params, 'missing') && (
        <Banner tone="warn" title="没有找到">
          没有这个证件号码或手机号的申请，或者不在您的辖区。
        </Banner>
      )}
      <div className="desk-head">
        <h1>审核队列</h1>
        <p className="tallies">
          <span>
            待审核 <b>{tallies.submitted}</b>
          </span>
          <span>
            超期 <b>{tallies.overdue}</b>
          </span>
          <span>
            我认领的 <b>{tallies.mine}</b>
          </span>
          <span>
            已退回 <b>{tallies.returned}</b>
          </span>
          <span>
            已通过 <b>{tallies.approved}</b>
          </span>
        </p>
      </div>
      <Form name="search" action={searchAction} label="查找" className="filters row">
        <div>
          <label className="label" htmlFor="q">
            姓名、拼音、单位、证件号码或手机号
          </label>
          <input className="in" id="q" name="q" type="search" defaultValue={filter.q} autoComplete="off" />
        </div>
        <div className="go">
          <Button>查找</Button>
          {(isNarrowed(filter) || personIds) && (
            <ButtonLink href={paths.queue} tone="plain">
              清除
            </ButtonLink>
          )}
        </div>
      </Form>
      <QueueFilters filter={filter} action={paths.queue} />
      <QueueTable
        rows={await queueRows(read, page.rows, { session, at, today: day })}
        href={(id) => withQuery(paths.application(id), { f: packFilter(filter) || undefined })}
        previous={page.previous && here({ after: packCursor(page.previous) })}
        next={page.next && here({ after: packCursor(page.next) })}
        narrowed={isNarrowed(filter) || personIds !== undefined}
        clear={paths.queue}
      />
    </DeskPage>
  )
}
