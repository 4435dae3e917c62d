import { shiftDay, weekdayOf } from './days.ts'
import { CALENDARS } from './working-days.data.ts'

/** D15: the office answers within three working days; after five the application is overdue. */
export const PROMISED_DAYS = 3
export const OVERDUE_DAYS = 5

// The bundles of Next hold copies of this module; the whole process goes by one calendar, as by one clock.
const shared = globalThis as typeof globalThis & { provinceCalendar?: ReadonlyMap<string, boolean> }

/**
 * Puts in force the days on which the province's calendar differs from the one that ships (`db/calendar`).
 * @param days `YYYY-MM-DD` → whether offices work
 */
export function followProvince(days: ReadonlyMap<string, boolean>): void {
  shared.provinceCalendar = days
}

/** Whether offices work on a day, `YYYY-MM-DD`. */
export function isWorkingDay(day: string): boolean {
  const own = shared.provinceCalendar?.get(day)
  if (own !== undefined) return own
  const short = day.slice(5)
  const calendar = CALENDARS.find(({ year }) => year === Number(day.slice(0, 4)))
  if (calendar?.worked.includes(short)) return true
  if (calendar?.off.some(([first, last]) => first <= short && short <= last)) return false
  const weekday = weekdayOf(day)
  return weekday !== 0 && weekday !== 6
}

/** Working days after `from` up to and with `to`: 0 on the day itself, 1 from a Friday to the Monday. */
export function workingDaysBetween(from: string, to: string): number {
  let count = 0
  for (let day = shiftDay(from, 1); day <= to; day = shiftDay(day, 1)) if (isWorkingDay(day)) count++
  return count
}

/** The day on which `count` working days have passed since `from`. */
export function addWorkingDays(from: string, count: number): string {
  let day = from
  for (let left = count; left > 0; ) {
    day = shiftDay(day, 1)
    if (isWorkingDay(day)) left--
  }
  return day
}

/** What was submitted before this day is overdue today (D15). */
export function overdueBefore(today: string, days: number = OVERDUE_DAYS): string {
  let day = today
  let waited = 0
  for (;;) {
    if (isWorkingDay(day)) waited++
    if (waited > days) return day
    day = shiftDay(day, -1)
  }
}
