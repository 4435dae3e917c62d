import { addMonths, wholeYears } from '../checks/months.ts'
import { dateText } from '../kinds/date.ts'
import type { Rule } from '../rule.ts'
import { refuse } from './say.ts'

/** The longest that may be claimed: whole years from the start to today (R28, C7, D6). */
export const longestYears = (start: string, today: string): number => wholeYears(start, today)

/** R28: years of accounting work at most from the start to now; fewer may be claimed. */
export const accountingYears: Rule = {
  id: 'R28',
  source: '指引 3.4 第 3 条',
  ties: ['employment'],
  check({ employment }, { today }) {
    const { accountingStartDate: start, accountingYears: years } = employment
    if (years === undefined) return []
    const place = { part: 'employment', field: 'accountingYears' } as const
    if (!start) return [refuse('R28', place, '填了会计从事年限，请先填写会计从事时间')]
    const longest = longestYears(start, today)
    if (years <= longest) return []
    return [
      refuse(
        'R28',
        place,
        `会计从事年限最多 ${longest} 年，您填的是 ${years} 年：从 ${dateText(start)} 到今天满 ${longest} 年（满 ${longest + 1} 年要到 ${dateText(addMonths(start, 12 * (longest + 1)))}）`,
      ),
    ]
  },
}
