const DAY_MS = 86_400_000
const at = (day: string) => Date.parse(`${day}T00:00:00Z`)

/** Whether a text is a day that the calendar has, `YYYY-MM-DD`. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(at(text)).toJSON()?.startsWith(text) === true

/** A calendar day so many days later, `YYYY-MM-DD`; earlier when negative. */
export const shiftDay = (day: string, days: number): string =>
  new Date(at(day) + days * DAY_MS).toISOString().slice(0, 10)

/** Calendar days from one day to another; negative when it is earlier. */
export const daysBetween = (from: string, to: string): number => (at(to) - at(from)) / DAY_MS

/** 0 on a Sunday, 6 on a Saturday. */
export const weekdayOf = (day: string): number => new Date(at(day)).getUTCDay()
