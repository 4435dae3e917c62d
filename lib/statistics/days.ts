import { shiftDay, weekdayOf } from '#lib/days'

/** The Monday of a day's week. */
export const mondayOf = (day: string): string => shiftDay(day, -((weekdayOf(day) + 6) % 7))

/** The Mondays of every week that a period touches. */
export function weeksOf({ from, to }: { readonly from: string; readonly to: string }): string[] {
  const weeks: string[] = []
  for (let week = mondayOf(from); week <= to; week = shiftDay(week, 7)) weeks.push(week)
  return weeks
}
