import { listExamWindows } from '#db/queries/calendar'
import { store } from '#db/store'
import { now, today } from '#lib/clock'
import { examDeadline } from '#lib/exam'
import { publicDeadline } from '#lib/exam-words'

const EXAMS = ['intermediate', 'senior'] as const

/** Until when to submit for each exam that one can still register for, by the limit of every office (D15, D19). */
export async function Exams() {
  const windows = await listExamWindows((await store()).read)
  const day = today(now())
  const lines = EXAMS.flatMap((exam) => examDeadline(windows, exam, day, undefined) ?? [])
    .sort((a, b) => (a.window.closes < b.window.closes ? -1 : 1))
    .flatMap((deadline) => publicDeadline(deadline) ?? [])
  if (lines.length === 0) return null
  return (
    <ul className="dots">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
