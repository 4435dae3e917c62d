import type { ExamWindow } from '#lib/exam'
import { type Exam, QUEUE_EXAMS } from './filter.ts'

const closingDays = (windows: readonly ExamWindow[], exam: Exam): string[] =>
  windows.flatMap((window) => (window.exam === exam ? [window.closes] : [])).sort()

/**
 * The day on which the registration for an exam closes next, open already or still to come; nothing when no
 * such registration is known.
 * @param today Shanghai's date
 */
export const nextClosing = (windows: readonly ExamWindow[], exam: Exam, today: string): string | undefined =>
  closingDays(windows, exam).find((day) => day >= today)

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * The exams in the order in which `sort=exam` takes them (D19): whose registration closes next in front, then
 * those of which only past registrations are known, the latest in front, then those of which none is; last
 * what is needed for no exam.
 * @param today Shanghai's date
 */
export function examOrder(windows: readonly ExamWindow[], today: string): readonly Exam[] {
  const placed = QUEUE_EXAMS.map((exam) => ({
    exam,
    next: nextClosing(windows, exam, today),
    last: closingDays(windows, exam).at(-1) ?? '',
  }))
  placed.sort((a, b) => {
    if (a.next && b.next) return inOrder(a.next, b.next)
    if (a.next || b.next) return a.next ? -1 : 1
    return inOrder(b.last, a.last)
  })
  return [...placed.map(({ exam }) => exam), 'none']
}
