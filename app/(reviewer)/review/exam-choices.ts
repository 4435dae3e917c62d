import { listExamWindows } from '#db/queries/calendar'
import type { Db } from '#db/store'
import { TARGET_EXAM } from '#lib/collection/codes/local'
import { labelOf } from '#lib/collection/codes/option'
import { examReminder } from '#lib/exam'
import { QUEUE_EXAMS } from '#lib/review/filter'

/**
 * The exams by which the queue is filtered, the one whose registration closes first in front (D19).
 * @param today Shanghai's date
 */
export async function examChoices(db: Db, today: string) {
  const windows = await listExamWindows(db)
  return QUEUE_EXAMS.map((value) => ({
    value,
    label: labelOf(TARGET_EXAM, value),
    closes: examReminder(windows, value, today)?.window.closes,
  })).sort((a, b) => ((a.closes ?? '9') < (b.closes ?? '9') ? -1 : 1))
}
