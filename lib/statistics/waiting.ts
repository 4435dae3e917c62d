import { shiftDay } from '#lib/days'
import { mondayOf } from './days.ts'
import { eighty, histogramOf, median, sizeOf } from './quantile.ts'

/** So many decisions are looked at, by whole weeks from the newest back. */
export const LAST_DECISIONS = 200
/** Fewer say nothing about the next one. */
export const LEAST_DECISIONS = 20
/** Older ones were made under other circumstances; calendar days. */
export const LOOK_BACK_DAYS = 90

/** How long an office's latest decisions took, in working days. */
export interface Waits {
  readonly decisions: number
  /** The Monday of the oldest week that is looked at, `YYYY-MM-DD`. */
  readonly since: string
  readonly median: number
  readonly eighty: number
}

/**
 * What can honestly be said of the time an office takes.
 * @param rows decisions by week and working days, the newest week first
 * @returns nothing when there are too few
 */
export function waitsOf(
  rows: readonly { readonly week: string; readonly waited: number; readonly n: number }[],
): Waits | undefined {
  const taken: { days: number; n: number }[] = []
  let seen = 0
  let since = ''
  for (const { week, waited, n } of rows) {
    if (seen >= LAST_DECISIONS && week !== since) break
    taken.push({ days: waited, n })
    seen += n
    since = week
  }
  const histogram = histogramOf(taken)
  const [half, most] = [median(histogram), eighty(histogram)]
  if (sizeOf(histogram) < LEAST_DECISIONS || half === undefined || most === undefined) return undefined
  return { decisions: seen, since, median: half, eighty: most }
}

/** The first week that is looked at, by its Monday. */
export const lookedBackTo = (today: string): string => mondayOf(shiftDay(today, -LOOK_BACK_DAYS))
