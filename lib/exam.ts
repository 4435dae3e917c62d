import { shiftDay } from './days.ts'
import { OVERDUE_DAYS, workingDaysBetween } from './working-days.ts'

/** When one registers for an exam; the province keeps the table (D19). */
export interface ExamWindow {
  readonly exam: 'intermediate' | 'senior'
  readonly name: string
  /** `YYYY-MM-DD`, both included. */
  readonly opens: string
  readonly closes: string
  /** The exam itself, where it is known. */
  readonly examDate: string | undefined
  readonly example: boolean
}

/** The next registration for an exam, and the last day to submit that leaves time for the review (D19). */
export interface ExamReminder {
  readonly window: ExamWindow
  readonly lastSafe: string
  readonly late: boolean
}

/** The latest day from which the office's working days still end before registration closes. */
function lastSafeDay(closes: string): string {
  let day = closes
  while (workingDaysBetween(day, closes) < OVERDUE_DAYS) day = shiftDay(day, -1)
  return day
}

/** What to tell somebody who means to sit this exam; nothing for `none` or when no date is known. */
export function examReminder(
  windows: readonly ExamWindow[],
  exam: string | undefined,
  today: string,
): ExamReminder | undefined {
  const window = windows
    .filter((w) => w.exam === exam && w.closes >= today)
    .sort((a, b) => (a.closes < b.closes ? -1 : 1))[0]
  if (!window) return undefined
  const lastSafe = lastSafeDay(window.closes)
  return { window, lastSafe, late: today > lastSafe }
}
