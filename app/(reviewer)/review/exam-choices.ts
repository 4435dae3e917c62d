import { listExamWindows } from '#db/queries/calendar'
import type { Db } from '#db/store'
import { TARGET_EXAM } from '#lib/collection/codes/local'
import { labelOf } from '#lib/collection/codes/option'
import { examOrder, nextClosing } from '#lib/review/exam-order'
import type { Exam, QueueFilter } from '#lib/review/filter'

/** An exam with the day on which its registration closes next, where that is known. */
interface ExamChoice {
  readonly value: Exam
  readonly label: string
  readonly closes: string | undefined
}

/**
 * The exams by which the queue is filtered, the one whose registration closes first in front (D19).
 * @param today Shanghai's date
 */
export async function examChoices(db: Db, today: string): Promise<ExamChoice[]> {
  const windows = await listExamWindows(db)
  return examOrder(windows, today)
    .filter((exam) => exam !== 'none')
    .map((value) => ({
      value,
      label: labelOf(TARGET_EXAM, value),
      closes: nextClosing(windows, value, today),
    }))
}

/**
 * Every exam in the order in which the queue takes them; nothing while it goes by submission.
 * @param today Shanghai's date
 */
export const examsOf = async (
  db: Db,
  { sort }: QueueFilter,
  today: string,
): Promise<readonly Exam[] | undefined> =>
  sort === 'exam' ? examOrder(await listExamWindows(db), today) : undefined

/** The order of the queue by exam, in words: `高级（2027-01-23 截止）、中级 …`. */
export function orderWords(exams: readonly ExamChoice[]): string {
  const named = exams.map(({ label, closes }) => (closes ? `${label}（${closes} 截止）` : label))
  return `按报名截止时间：${named.join('、')}，不报考的在最后；同一考试按提交时间，最早的在前。`
}
