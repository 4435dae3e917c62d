import { notFound, redirect } from 'next/navigation'
import { ApplicantPage } from '#applicant/applicant-page.tsx'
import { ownPage } from '#applicant/own.ts'
import { StepFields } from '#components/fields/step-fields'
import { Actions } from '#components/form/actions'
import { Button } from '#components/form/button'
import { ErrorSummary } from '#components/form/error-summary'
import { Form } from '#components/form/form'
import { Banner } from '#components/layout/banner'
import { Docket } from '#components/layout/docket'
import { isOpen } from '#lib/collection/opening'
import { controlNames } from '#lib/collection/parse'
import { shownMark } from '#lib/collection/stale'
import type { ListName } from '#lib/collection/step'
import { listOf } from '#lib/collection/steps/index'
import { paths } from '#lib/paths'
import { newId } from '#lib/protect/ids'
import { DoneBanner } from '../_views/done-banner.tsx'
import { JourneyRail } from '../_views/journey-rail.tsx'
import { fieldContext } from '../field-context.ts'
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
  const list = listOf(name)
  const stored = workspace.draft.entries.find((e) => e.list === name && e.id === item)
  if (item && !stored) notFound()
  const closed = !isOpen(workspace.opening, name, item)
  const view = await formView(own, name, item, query)
  const mark = item ? workspace.draft.marks[item] : undefined
  const freshId = view.raw.entry?.[0] ?? newId()
  return (
    <ApplicantPage
      own={own}
      back={{ href: paths.list(name), text: `返回${list.title}` }}
      rail={<JourneyRail workspace={workspace} current={name} />}
    >
      <Docket left={`${list.title} · ${item ? '修改' : '添加'}`} />
      <h1>
        {item ? '修改' : '添加'}
        {list.entry}
      </h1>
      <DoneBanner done={query.done} />
      {view.stale.length > 0 && (
        <Banner tone="warn" mark="conflict" title="这一项已在别处修改，您刚才填的没有覆盖它">
          <p>下面是您刚才填的内容，不一致的地方写着已保存的内容。核对后再保存一次。</p>
        </Banner>
      )}
      {view.issues.length > 0 && (
        <ErrorSummary errors={view.issues.map((i) => ({ href: `#${i.field}`, text: i.message }))} />
      )}
      <p className="muted small">未注明“选填”的均为必填。照片在保存后上传。</p>
      <Form
        name={`item-${name}`}
        action={saveEntryAction.bind(null, name, item)}
        label={list.title}
        hidden={{
          entry: freshId,
          version: String(mark?.version ?? 0),
          shown: shownMark(view.stale.length > 0 ? view.stored : (stored?.raw ?? {}), controlNames(list)),
        }}
      >
        <StepFields step={list} {...fieldContext(own, view, name, item)} closed={closed} />
        {!closed && (
          <Actions>
            <Button intent={{ name: 'intent', value: 'continue' }}>保存并继续</Button>
            <Button intent={{ name: 'intent', value: 'save' }} tone="second">
              保存草稿
            </Button>
          </Actions>
        )}
      </Form>
    </ApplicantPage>
  )
}
