import { Banner } from '#components/layout/banner'
import { Phone } from '#components/layout/phone'
import { listExamWindows } from '#db/queries/calendar'
import { mayEdit, type Workspace } from '#db/queries/own'
import { recentWaits } from '#db/queries/statistics'
import { store } from '#db/store'
import { today } from '#lib/clock'
import { examDeadline } from '#lib/exam'
import { deadlineWords } from '#lib/exam-words'
import { lookedBackTo, waitsOf } from '#lib/statistics/waiting'

/** Until when to submit for the exam that somebody means to sit (D19), as long as there is something to submit. */
export async function ExamDeadline({ workspace, at }: { workspace: Workspace; at: Date }) {
  const { row, office } = workspace
  if (row.targetExam === 'none' || !mayEdit(workspace)) return null
  const { read } = await store()
  const day = today(at)
  const windows = await listExamWindows(read)
  const waits = waitsOf(await recentWaits(read, row.officeId, lookedBackTo(day)))
  const deadline = examDeadline(windows, row.targetExam, day, waits)
  if (!deadline) return null
  const { title, sentences } = deadlineWords(deadline, office?.name ?? '财政部门')
  const late = deadline.state === 'late'
  return (
    <div data-deadline={deadline.state}>
      <Banner tone={late ? 'warn' : 'info'} title={title}>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {late && office && (
          <p>
            咨询电话 <Phone number={office.phone} />
          </p>
        )}
      </Banner>
    </div>
  )
}
