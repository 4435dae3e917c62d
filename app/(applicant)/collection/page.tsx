import type { Metadata } from 'next'
import { mayEdit } from '#db/queries/own'
import { countFreshMessages } from '#db/queries/own-messages'
import { store } from '#db/store'
import { paths } from '#lib/paths'
import { ApplicantPage } from '../applicant-page.tsx'
import { ExamDeadline } from '../exam-deadline.tsx'
import { mustRead } from '../notice-first.ts'
import { ownPage } from '../own.ts'
import { ApprovedView } from './_views/approved.tsx'
import { DraftView } from './_views/draft.tsx'
import { NothingYetView } from './_views/nothing-yet.tsx'
import { TaskRail } from './_views/rail.tsx'
import { SubmittedView } from './_views/submitted.tsx'
import '#applicant/applicant.css'

export const metadata: Metadata = { title: '采集任务' }

/** The task list; what it shows follows the state (domain section 4, "At sign-in"). */
export default async function TasksPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const own = await ownPage(paths.tasks)
  const { workspace, record } = own
  const { done } = await searchParams
  const fresh = await countFreshMessages((await store()).read, own.session.person.id, own.at)
  if (!workspace && !record) {
    return (
      <ApplicantPage own={own} status fresh={fresh}>
        <NothingYetView consented={!(await mustRead(own))} done={done} />
      </ApplicantPage>
    )
  }
  if (!workspace) {
    return (
      <ApplicantPage own={own} status fresh={fresh}>
        <ApprovedView done={done} />
      </ApplicantPage>
    )
  }
  return (
    <ApplicantPage
      own={own}
      status
      fresh={fresh}
      rail={<TaskRail office={workspace.office} preparing={mayEdit(workspace)} />}
    >
      {workspace.row.status === 'submitted' ? (
        <SubmittedView workspace={workspace} collected={record !== undefined} done={done} />
      ) : (
        <DraftView
          workspace={workspace}
          collected={record !== undefined}
          unread={await mustRead(own)}
          done={done}
          deadline={<ExamDeadline workspace={workspace} at={own.at} />}
        />
      )}
    </ApplicantPage>
  )
}
