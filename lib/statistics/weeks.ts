import type { WeekCount } from './counted.ts'
import { weeksOf } from './days.ts'
import type { Period } from './period.ts'

export interface Week {
  /** Its Monday, `YYYY-MM-DD`. */
  readonly from: string
  readonly submitted: number
  readonly decided: number
}

/** `9-28`, below a line. */
export const weekLabel = ({ from }: Week): string => from.split('-').slice(1).map(Number).join('-')

/** What came in and was decided week by week; weeks without anything are there. */
export function byWeek(counts: readonly WeekCount[], period: Period): Week[] {
  const sums = new Map<string, number>()
  for (const { week, what, n } of counts) {
    const key = `${week} ${what === 'submit'}`
    sums.set(key, (sums.get(key) ?? 0) + n)
  }
  return weeksOf(period).map((from) => ({
    from,
    submitted: sums.get(`${from} true`) ?? 0,
    decided: sums.get(`${from} false`) ?? 0,
  }))
}
