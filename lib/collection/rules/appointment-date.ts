import { dateText } from '../kinds/date.ts'
import type { Rule } from '../rule.ts'
import { refuse } from './say.ts'

/** One is appointed after one has qualified (field table, step 3). */
export const appointmentDate: Rule = {
  id: 'R29',
  source: '指引 3.4 第 4 条',
  ties: ['employment', 'qualifications'],
  check({ employment, qualifications }) {
    const appointed = employment.appointmentDate
    const dates = qualifications
      .filter((e) => e.answers.series === 'accounting')
      .flatMap((e) => (e.answers.obtainDate ? [e.answers.obtainDate] : []))
      .sort()
    const first = dates[0]
    if (!appointed || !first || appointed >= first) return []
    return [
      refuse(
        'R29',
        { part: 'employment', field: 'appointmentDate' },
        `聘任时间不得早于资格取得时间：聘任 ${dateText(appointed)}，最早的会计资格取得于 ${dateText(first)}`,
        { when: 'submit', see: { part: 'qualifications' } },
      ),
    ]
  },
}
