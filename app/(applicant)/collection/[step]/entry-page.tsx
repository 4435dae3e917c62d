import { notFound, redirect } from 'next/navigation'
import { ApplicantPage } from '#applicant/applicant-page.tsx'
import { noticeFirst } from '#applicant/notice-first.ts'
import { ownPage } from '#applicant/own.ts'
import { Docket } from '#components/layout/docket'
import { isOpen } from '#lib/collection/opening'
import type { ListName } from '#lib/collection/step'
import { listOf } from '#lib/collection/steps/index'
import { paths, withQuery } from '#lib/paths'
import { newId } from '#lib/protect/ids'
import { AnswerForm } from '../_views/answer-form.tsx'
import { DoneBanner } from '../_views/done-banner.tsx'
import { JourneyRail } from '../_views/journey-rail.tsx'
import { formView } from '../form-view.ts'
import { saveEntryAction } from './actions.ts'

type Query = { check?: string; held?: string; done?: string }

/** One entry of a list, new (`item` undefined) or stored. */
export async function EntryPage({
  name,
  item,
  query,
}: {
  name: ListName
  item: string | undefined
  query: Query
}) {
  const own = await ownPage(item ? paths.entry(name, item) : paths.newEntry(name))
  const { workspace } = own
  if (!workspace) redirect(own.record ? paths.record : paths.step('scope'))
  if (workspace.row.status === 'submitted') redirect(paths.receipt)
  await noticeFirst(own)
  const list = listOf(name)
  const stored = workspace.draft.entries.find((e) => e.list === name && e.id === item)
  if (item && !stored) notFound()
  const closed = !isOpen(workspace.opening, name, item)
  const view = await formView(own, name, item, query)
  const mark = item ? workspace.draft.marks[item] : undefined
  // A kept form of an entry that has been stored since, under the id that came with its form.
  const since = workspace.draft.entries.find((e) => e.list === name && e.id === view.raw.entry?.[0])
  if (!item && since) redirect(withQuery(paths.entry(name, since.id), { held: query.held }))
  const freshId = view.raw.entry?.[0] ?? newId()
  return (
    <ApplicantPage
      own={own}
      back={{ href: paths.list(name), text: `返回${list.title}` }}
      rail={<JourneyRail workspace={workspace} current={name} />}
      wrong={view.issues.length > 0}
    >
      <Docket left={`${list.title} · ${item ? '修改' : '添加'}`} />
      <h1>
        {item ? '修改' : '添加'}
        {list.entry}
      </h1>
      <DoneBanner done={query.done} />
      <AnswerForm
        own={own}
        view={view}
        definition={list}
        name={`item-${name}`}
        action={saveEntryAction.bind(null, name, item)}
        stored={stored?.raw}
        mark={mark}
        closed={closed}
        item={item}
        hidden={{ entry: freshId }}
      >
        <p className="muted small">未注明“选填”的均为必填。照片在保存后上传。</p>
      </AnswerForm>
    </ApplicantPage>
  )
}
