import { addMonths } from '../checks/months.ts'
import { dateText } from '../kinds/date.ts'
import type { Rule } from '../rule.ts'
import { refuse, warn } from './say.ts'

/** The last day of a ban as far as it is known: five years by law where no end was filled; none for good. */
function lastDay(
  kind: string,
  decisionDate: string | undefined,
  endDate: string | undefined,
): string | undefined {
  if (kind === 'banForever') return undefined
  if (endDate || !decisionDate) return endDate
  return `${addMonths(decisionDate.slice(0, 7), 60)}${decisionDate.slice(7)}`
}

/** Field table 4.4: a penalty ends after it was decided; a ban on accounting work is pointed out (P9). */
export const penaltyDates: Rule = {
  id: 'R37',
  source: '指引 3.5.4',
  ties: ['penalties'],
  check({ penalties, employment }, { today }) {
    return penalties.flatMap(({ id: item, answers }) => {
      const { kind, decisionDate, endDate } = answers
      if (decisionDate && endDate && endDate < decisionDate) {
        return [
          refuse(
            'R37',
            { part: 'penalties', item, field: 'endDate' },
            `期满日期不得早于决定日期：期满 ${dateText(endDate)}，决定 ${dateText(decisionDate)}，请检查年份`,
          ),
        ]
      }
      if ((kind !== 'ban5' && kind !== 'banForever') || employment.postStatus !== 'accounting') return []
      const last = lastDay(kind, decisionDate, endDate)
      if (last !== undefined && last < today) return []
      return [
        warn(
          'R37',
          { part: 'penalties', item, field: 'kind' },
          '处罚期内不得从事会计工作，您填的是在会计岗工作，审核时会核实',
        ),
      ]
    })
  },
}
