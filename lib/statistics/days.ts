const DAY_MS = 86_400_000
const at = (day: string) => Date.parse(`${day}T00:00:00Z`)

/** A calendar day so many days later, `YYYY-MM-DD`; earlier when negative. */
export const shiftDay = (day: string, days: number): string =>
  new Date(at(day) + days * DAY_MS).toISOString().slice(0, 10)

/** The Monday of a day's week. */
export const mondayOf = (day: string): string => shiftDay(day, -((new Date(at(day)).getUTCDay() + 6) % 7))

/** The Mondays of every week that a period touches. */
export function weeksOf({ from, to }: { readonly from: string; readonly to: string }): string[] {
  const weeks: string[] = []
  for (let week = mondayOf(from); week <= to; week = shiftDay(week, 7)) weeks.push(week)
  return weeks
}

/** `11-23`. */
export const shortDay = (day: string): string => day.slice(5)
