/** Months are `YYYY-MM`, days `YYYY-MM-DD`; where only the month counts a day may be given (V-DATE). */
const indexOf = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1

/** Whole months from `from` to `to`; negative when `to` is earlier. */
export const monthsBetween = (from: string, to: string): number => indexOf(to) - indexOf(from)

/** The month `count` months later, `YYYY-MM`. */
export function addMonths(month: string, count: number): string {
  const index = indexOf(month) + count
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`
}

/** `floor(months / 12)` from the start month to today's (D6); 0 for a start that lies ahead. */
export const wholeYears = (start: string, today: string): number =>
  Math.max(0, Math.floor(monthsBetween(start, today) / 12))
