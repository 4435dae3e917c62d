import { shiftDay } from './days.ts'
import type { Waits } from './statistics/waiting.ts'
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

/** How long a review is taken to last, in working days. */
export interface ReviewTime {
  readonly days: number
  /** By what the office has really taken of late; otherwise by the day from which it is overdue (D15). */
  readonly measured: boolean
}

/** Somebody who submits today is decided on tomorrow at the earliest, as far as one may count on it. */
const LEAST_DAYS = 1

/** Within how many working days eight in ten are decided on; the limit where too few were to tell. */
export const reviewTime = (waits: Waits | undefined): ReviewTime =>
  waits
    ? { days: Math.max(waits.eighty, LEAST_DAYS), measured: true }
    : { days: OVERDUE_DAYS, measured: false }

/** The latest day from which so many working days still end before registration closes, its last day included. */
export function lastSafeDay(closes: string, days: number): string {
  let day = closes
  while (workingDaysBetween(day, closes) < days) day = shiftDay(day, -1)
  return day
}

const byClosing = (a: ExamWindow, b: ExamWindow) => (a.closes < b.closes ? -1 : 1)

/** The next registration for an exam that has not closed. */
export const nextWindow = (
  windows: readonly ExamWindow[],
  exam: string | undefined,
  today: string,
): ExamWindow | undefined => windows.filter((w) => w.exam === exam && w.closes >= today).sort(byClosing)[0]

/**
 * Until when to submit for an exam (D19). `safe`: until `lastSafe`, that day included; `late`: that day is over;
 * `closed`: registration is, and no other is known yet.
 */
export type ExamDeadline =
  | {
      readonly state: 'safe' | 'late'
      readonly window: ExamWindow
      readonly lastSafe: string
      readonly review: ReviewTime
    }
  | { readonly state: 'closed'; readonly window: ExamWindow }

/**
 * What to tell somebody who means to sit this exam; nothing for `none` or when no registration was ever known.
 * @param today `YYYY-MM-DD` in Shanghai
 * @param waits how long the office in charge has taken of late
 */
export function examDeadline(
  windows: readonly ExamWindow[],
  exam: string | undefined,
  today: string,
  waits: Waits | undefined,
): ExamDeadline | undefined {
  const window = nextWindow(windows, exam, today)
  if (!window) {
    const last = windows
      .filter((w) => w.exam === exam)
      .sort(byClosing)
      .at(-1)
    return last && { state: 'closed', window: last }
  }
  const review = reviewTime(waits)
  const lastSafe = lastSafeDay(window.closes, review.days)
  return { state: today > lastSafe ? 'late' : 'safe', window, lastSafe, review }
}
