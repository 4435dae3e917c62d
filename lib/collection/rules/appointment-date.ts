import { dateText } from '../kinds/date.ts'
import type { Rule } from '../rule.ts'
import { levelFor, rankOf } from './levels.ts'
import { refuse } from './say.ts'

/**
 * R29: one is appointed after one has qualified for the title (field table, step 3). A higher level that
 * was obtained later contradicts nothing; where no level suffices, R31 has spoken already.
 */
export const appointmentDate: Rule = {
  id: 'R29',
  source: '指引 3.4 第 4 条',
  ties: ['employment', 'qualifications'],
  check({ employment, qualifications }) {
    const { appointedTitle: title, appointmentDate: appointed } = employment
    const needed = rankOf(levelFor(title ?? ''))
    const dates = qualifications
      .filter(({ answers: a }) => a.series === 'accounting' && rankOf(a.level) >= needed)
      .flatMap((e) => (e.answers.obtainDate ? [e.answers.obtainDate] : []))
      .sort()
    const first = dates[0]
    if (!appointed || !first || appointed >= first) return []
    return [
      refuse(
        'R29',
        { part: 'employment', field: 'appointmentDate' },
        `聘任时间不得早于资格取得时间：聘任 ${dateText(appointed)}，对应的会计资格取得于 ${dateText(first)}。请照聘书和资格证书检查年份`,
        { when: 'submit', see: { part: 'qualifications' } },
      ),
    ]
  },
}
