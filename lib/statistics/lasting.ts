import { OVERDUE_DAYS, PROMISED_DAYS } from '#lib/working-days'
import { type Histogram, sizeOf } from './quantile.ts'

/** How many were decided within so many working days. */
export interface Lasting {
  readonly text: string
  readonly n: number
  /** Of all, 0–1. */
  readonly share: number
  /** Beyond what is promised (D15). */
  readonly late: boolean
}

/** One line for each working day up to the limit after which an application is overdue, one for the rest. */
export function lastingOf(histogram: Histogram): Lasting[] {
  const all = sizeOf(histogram)
  const line = (text: string, n: number, late: boolean) => ({ text, n, late, share: all === 0 ? 0 : n / all })
  const single = Array.from({ length: OVERDUE_DAYS + 1 }, (_, days) =>
    line(days === 0 ? '当天' : `${days}`, histogram.get(days) ?? 0, days > PROMISED_DAYS),
  )
  const counted = single.reduce((sum, { n }) => sum + n, 0)
  return [...single, line(`>${OVERDUE_DAYS}`, all - counted, true)]
}
