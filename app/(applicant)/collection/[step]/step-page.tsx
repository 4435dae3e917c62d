import { redirect } from 'next/navigation'
import { ApplicantPage } from '#applicant/applicant-page.tsx'
import { type OwnPage, ownPage } from '#applicant/own.ts'
import { StepFields } from '#components/fields/step-fields'
import { Actions } from '#components/form/actions'
import { Button } from '#components/form/button'
import { ErrorSummary } from '#components/form/error-summary'
import { Form } from '#components/form/form'
import { Banner } from '#components/layout/banner'
import { Docket } from '#components/layout/docket'
import { Source } from '#components/layout/source'
import { currentNotice, hasConsented } from '#db/queries/notices'
import { store } from '#db/store'
import { formatShanghai } from '#lib/clock'
import { isOpen } from '#lib/collection/opening'
import { controlNames } from '#lib/collection/parse'
import { shownMark } from '#lib/collection/stale'
import type { StepId } from '#lib/collection/step'
import { PARTS, stepOf } from '#lib/collection/steps/index'
import { paths } from '#lib/paths'
import { DoneBanner } from '../_views/done-banner.tsx'
import { JourneyRail } from '../_views/journey-rail.tsx'
import { fieldContext } from '../field-context.ts'
import { formView } from '../form-view.ts'
import { saveScopeAction, saveStepAction } from './actions.ts'

/** Who may be on a step: read the notice first, settle the scope first; what is submitted is read only. */
async function guard(own: OwnPage, id: StepId): Promise<void> {
  const { workspace, record } = own
  if (workspace?.row.status === 'submitted') redirect(paths.receipt)
  if (workspace) return
  if (record) redirect(paths.record)
  const { read } = await store()
  if (!(await hasConsented(read, own.session.person.id, await currentNotice(read)))) redirect(paths.notice)
  if (id !== 'scope') redirect(paths.step('scope'))
}

/** One step of the wizard: every question, what was typed, what is wrong with it. */
export async function StepPage({
  id,
  query,
}: {
  id: StepId
  query: { check?: string; held?: string; done?: string }
}) {
  const path = paths.step(id)
  const own = await ownPage(path)
  await guard(own, id)
  const step = stepOf(id)
  const { workspace } = own
  const view = await formView(own, id, undefined, query)
  const closed = workspace !== undefined && !isOpen(workspace.opening, id)
  const mark = workspace?.draft.marks[id]
  const action = id === 'scope' ? saveScopeAction : saveStepAction.bind(null, id)
  const number = PARTS.findIndex((p) => p.id === id)
  return (
    <ApplicantPage
      own={own}
      back={{ href: paths.tasks, text: '返回任务清单' }}
      rail={workspace && <JourneyRail workspace={workspace} current={id} />}
    >
      <Docket
        left={id === 'scope' ? '开始之前' : `第 ${number} 部分`}
        {...(mark ? { right: `草稿已保存 ${formatShanghai(mark.savedAt)}` } : {})}
      />
      <h1>{step.title}</h1>
      <DoneBanner done={query.done} />
      {view.stale.length > 0 && (
        <Banner tone="warn" mark="conflict" title="这一页已在别处修改，您刚才填的没有覆盖它">
          <p>下面是您刚才填的内容，不一致的地方写着已保存的内容。核对后再保存一次。</p>
        </Banner>
      )}
      {view.issues.length > 0 && (
        <ErrorSummary errors={view.issues.map((i) => ({ href: `#${i.field}`, text: i.message }))} />
      )}
      {step.lead && (
        <p className="lead">
          {step.lead} {step.source && <Source text={step.source} />}
        </p>
      )}
      {closed ? (
        <Banner
          tone="info"
          title={workspace.row.kind === 'change' ? '这次没有选择变更这一部分' : '这一部分不用修改'}
        >
          <p>下面是已填的内容，不能修改。</p>
        </Banner>
      ) : (
        <p className="muted small">未注明“选填”的均为必填。</p>
      )}
      <Form
        name={`step-${id}`}
        action={action}
        label={step.title}
        hidden={{
          version: String(mark?.version ?? 0),
          shown: shownMark(
            view.stale.length > 0 ? view.stored : (workspace?.draft.steps[id] ?? {}),
            controlNames(step),
          ),
        }}
      >
        <StepFields step={step} {...fieldContext(own, view, id)} closed={closed} />
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
