import type { ReactNode } from 'react'
import { Actions } from '#components/form/actions'
import { ButtonLink } from '#components/form/button'
import { Banner } from '#components/layout/banner'
import { Docket } from '#components/layout/docket'
import { Progress } from '#components/record/progress'
import { TaskList } from '#components/record/task-list'
import type { Workspace } from '#db/queries/own'
import { formatShanghai } from '#lib/clock'
import { nextTask, type Task } from '#lib/collection/journey'
import { isPartId, partOf } from '#lib/collection/steps/index'
import { paths } from '#lib/paths'
import { CollectedBanner } from './collected-banner.tsx'
import { DoneBanner } from './done-banner.tsx'
import { ScopeLedger } from './scope-ledger.tsx'

const WORDS = { draft: '草稿', returned: '已退回', submitted: '已提交', approved: '已通过' } as const

const titleOf = (task: Task) => (isPartId(task.id) ? partOf(task.id).title : '核对并提交')

function taskRow(task: Task, workspace: Workspace) {
  const closed = task.status === 'locked' && task.id !== 'check'
  return {
    id: task.id,
    title: titleOf(task),
    holds: isPartId(task.id) ? partOf(task.id).holds : '核对填写的内容，确认后提交',
    status: task.status,
    missing: task.missing,
    count: task.count,
    open: task.open,
    ...(task.status === 'locked' && task.id === 'check'
      ? {}
      : { href: isPartId(task.id) ? paths.part(task.id) : paths.check }),
    ...(closed ? { closedBecause: workspace.row.kind === 'change' ? '没有选择变更' : '不用修改' } : {}),
  }
}

/** The task list of a draft, a returned application, or a change. */
export function DraftView(props: {
  workspace: Workspace
  collected: boolean
  /** A new version of the notice waits to be read first. */
  unread: boolean
  done: string | undefined
  /** Until when to submit for an exam. */
  deadline: ReactNode
}) {
  const { workspace, collected, unread, done, deadline } = props
  const { row, tasks } = workspace
  const parts = tasks.filter((t) => t.id !== 'scope' && t.id !== 'check')
  const finished = parts.filter((t) => t.status === 'done' || t.status === 'locked').length
  const next = nextTask(tasks)
  const change = row.kind === 'change'
  return (
    <>
      <Docket
        left={change ? `信息变更 · ${WORDS[row.status]}` : WORDS[row.status]}
        right={`上次保存 ${formatShanghai(row.savedAt)}`}
      />
      <h1>{change ? '信息变更' : '会计人员信息采集'}</h1>
      <DoneBanner done={done} />
      {collected && <CollectedBanner />}
      {unread && (
        <Banner tone="warn" title="须知有新版本，请先阅读">
          <p>
            已经填写的内容都还在。<a href={paths.notice}>阅读须知</a>后可以接着填写和提交。
          </p>
        </Banner>
      )}
      {row.status === 'draft' && (
        <Banner tone="info" title={change ? '变更还没有提交' : '还没有提交'}>
          <p>
            {change
              ? '只能修改您选择的部分。变更审核通过前，原来的记录一直有效。'
              : '可以任选一部分先填，随时离开，草稿都会保存。全部填好后核对并提交。'}
          </p>
        </Banner>
      )}
      {deadline}
      <Progress done={finished} total={parts.length} />
      <TaskList tasks={tasks.filter((t) => t.id !== 'scope').map((task) => taskRow(task, workspace))} />
      <Actions>
        {next && (
          <ButtonLink href={isPartId(next.id) ? paths.part(next.id) : paths.check}>
            {next.id === 'check'
              ? '核对并提交'
              : `${next.status === 'fix' ? '修改' : '填写'}${titleOf(next)}`}
          </ButtonLink>
        )}
      </Actions>
      <ScopeLedger workspace={workspace} />
      {row.status === 'draft' && (
        <p className="sec small">
          不想继续的，可以<a href={paths.discard}>删除{change ? '这次变更' : '草稿'}</a>。
        </p>
      )}
    </>
  )
}
