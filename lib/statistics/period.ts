import { isDay, shiftDay } from '#lib/days'
import { mondayOf } from './days.ts'

/** Days in Shanghai, `YYYY-MM-DD`, both included: whole weeks, the last one up to today. */
export interface Period {
  readonly from: string
  readonly to: string
}

/** What is shown when nothing is asked, and the most that is added up at a time. */
export const USUAL_WEEKS = 13
export const MOST_WEEKS = 53

export interface AskedPeriod extends Period {
  /** Why another period is shown than was asked for. */
  readonly mended?: 'unreadable' | 'turned' | 'cut'
}

/** So many whole weeks, the last of which holds this day. */
const weeksUpTo = (day: string, weeks: number) => shiftDay(mondayOf(day), -7 * (weeks - 1))

const least = (a: string, b: string) => (a < b ? a : b)

/**
 * The whole weeks that the address asks for; without any the last 13.
 * @param today Shanghai's date: nothing is counted after it
 */
export function readPeriod(from: string | undefined, to: string | undefined, today: string): AskedPeriod {
  const usual = { from: weeksUpTo(today, USUAL_WEEKS), to: today }
  const asked = [from, to].filter((day): day is string => day !== undefined && day !== '')
  if (!asked.every(isDay)) return { ...usual, mended: 'unreadable' }
  const end = least(to || today, today)
  const start = from ? mondayOf(from) : weeksUpTo(end, USUAL_WEEKS)
  if ((from || start) > end) return { ...usual, mended: 'turned' }
  const last = least(shiftDay(mondayOf(end), 6), today)
  const earliest = weeksUpTo(end, MOST_WEEKS)
  return start < earliest ? { from: earliest, to: last, mended: 'cut' } : { from: start, to: last }
}
