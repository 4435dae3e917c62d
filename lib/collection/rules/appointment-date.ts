import { dateText } from '../kinds/date.ts'
import type { Dossier, Rule } from '../rule.ts'
import { levelFor, rankOf } from './levels.ts'
import { refuse } from './say.ts'

/** The first day on which the accounting level that the chosen title needs was held; nothing where it is not. */
export function qualifiedSince({
  employment,
  qualifications,
}: Pick<Dossier, 'employment' | 'qualifications'>): string | undefined {
  const needed = levelFor(employment.appointedTitle ?? '')
  if (!needed) return undefined
  const [first] = qualifications
    .filter(({ answers: a }) => a.series === 'accounting' && rankOf(a.level) >= rankOf(needed))
    .flatMap((e) => (e.answers.obtainDate ? [e.answers.obtainDate] : []))
    .sort()
  return first
}

/**
 * R29: one is appointed after one has qualified for the title (field table, step 3). A higher level that
 * was obtained later contradicts nothing; where no level suffices, R31 has spoken already.
 */
export const appointmentDate: Rule = {
  id: 'R29',
  source: '指引 3.4 第 4 条',
  ties: ['employment', 'qualifications'],
  check({ employment, qualifications }) {
    const { appointmentDate: appointed } = employment
    const first = qualifiedSince({ employment, qualifications })
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
