import { redirect } from 'next/navigation'
import { ApplicantPage } from '#applicant/applicant-page.tsx'
import { noticeFirst } from '#applicant/notice-first.ts'
import { type OwnPage, ownPage } from '#applicant/own.ts'
import { Banner } from '#components/layout/banner'
import { Docket } from '#components/layout/docket'
import { Source } from '#components/layout/source'
import { formatShanghai } from '#lib/clock'
import { isOpen } from '#lib/collection/opening'
import type { StepId } from '#lib/collection/step'
import { PARTS, stepOf } from '#lib/collection/steps/index'
import { paths } from '#lib/paths'
import { AnswerForm } from '../_views/answer-form.tsx'
import { DoneBanner } from '../_views/done-banner.tsx'
import { JourneyRail } from '../_views/journey-rail.tsx'
import { formView } from '../form-view.ts'
import { saveScopeAction, saveStepAction } from './actions.ts'

/** Who may be on a step: read the notice first, settle the scope first; what is submitted is read only. */
async function guard(own: OwnPage, id: StepId): Promise<void> {
  const { workspace, record } = own
  if (workspace?.row.status === 'submitted') redirect(paths.receipt)
  if (!workspace && record) redirect(paths.record)
  await noticeFirst(own)
  if (!workspace && id !== 'scope') redirect(paths.step('scope'))
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
      wrong={view.issues.length > 0}
    >
      <Docket
        left={id === 'scope' ? '开始之前' : `第 ${number} 部分`}
        {...(mark ? { right: `草稿已保存 ${formatShanghai(mark.savedAt)}` } : {})}
      />
      <h1>{step.title}</h1>
      <DoneBanner done={query.done} />
      <AnswerForm
        own={own}
        view={view}
        definition={step}
        name={`step-${id}`}
        action={action}
        stored={workspace?.draft.steps[id]}
        mark={mark}
        closed={closed}
      >
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
      </AnswerForm>
    </ApplicantPage>
  )
}
