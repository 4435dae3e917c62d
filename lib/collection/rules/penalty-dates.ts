import { dateText } from '../kinds/date.ts'
import type { Rule } from '../rule.ts'
import { refuse, warn } from './say.ts'

const BANS = ['ban5', 'banForever']

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
            `期满日期不得早于决定日期：期满 ${dateText(endDate)}，决定 ${dateText(decisionDate)}`,
          ),
        ]
      }
      const running = kind && BANS.includes(kind) && (!endDate || endDate >= today)
      if (!running || employment.postStatus !== 'accounting') return []
      return [warn('P9', { part: 'penalties', item, field: 'kind' }, '处罚期内不得从事会计工作，您填的是在会计岗工作，审核时会核实')]
    })
  },
}
