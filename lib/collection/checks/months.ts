const monthsOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))

/** Whole months from one month to another; days are ignored (V-DATE: work counts to the month). */
export const monthsBetween = (from: string, to: string): number => monthsOf(to) - monthsOf(from)

/** Whole years from a month to today: `floor(months / 12)` (D6). */
export const wholeYears = (from: string, to: string): number => Math.floor(monthsBetween(from, to) / 12)

/** The same month so many years later, `YYYY-MM`. */
export const addYears = (month: string, years: number): string => {
  const [y = '', m = ''] = month.split('-')
  return `${String(Number(y) + years).padStart(4, '0')}-${m}`
}


/** Age in whole years on a day; both `YYYY-MM-DD`. */
export function yearsOld(born: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4))
  return today.slice(5) < born.slice(5) ? years - 1 : years
}
