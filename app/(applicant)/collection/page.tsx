import type { Metadata } from 'next'
import { listExamWindows } from '#db/queries/calendar'
import { mayEdit } from '#db/queries/own'
import { store } from '#db/store'
import { today } from '#lib/clock'
import { examReminder } from '#lib/exam'
import { paths } from '#lib/paths'
import { ApplicantPage } from '../applicant-page.tsx'
import { mustRead } from '../notice-first.ts'
import { ownPage } from '../own.ts'
import { ApprovedView } from './_views/approved.tsx'
import { DraftView } from './_views/draft.tsx'
import { NothingYetView } from './_views/nothing-yet.tsx'
import { TaskRail } from './_views/rail.tsx'
import { SubmittedView } from './_views/submitted.tsx'

export const metadata: Metadata = { title: '采集任务' }

/** The task list; what it shows follows the state (domain section 4, "At sign-in"). */
export default async function TasksPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const own = await ownPage(paths.tasks)
  const { workspace, record } = own
  const { done } = await searchParams
  if (!workspace && !record) {
    return (
      <ApplicantPage own={own} status>
        <NothingYetView consented={!(await mustRead(own))} done={done} />
      </ApplicantPage>
    )
  }
  if (!workspace) {
    return (
      <ApplicantPage own={own} status>
        <ApprovedView done={done} />
      </ApplicantPage>
    )
  }
  const { targetExam } = workspace.row
  const windows = targetExam === 'none' ? [] : await listExamWindows((await store()).read)
  const reminder = examReminder(windows, targetExam, today(own.at))
  return (
    <ApplicantPage
      own={own}
      status
      rail={<TaskRail office={workspace.office} reminder={reminder} preparing={mayEdit(workspace)} />}
    >
      {workspace.row.status === 'submitted' ? (
        <SubmittedView workspace={workspace} collected={record !== undefined} done={done} />
      ) : (
        <DraftView
          workspace={workspace}
          collected={record !== undefined}
          unread={await mustRead(own)}
          done={done}
        />
      )}
    </ApplicantPage>
  )
}
