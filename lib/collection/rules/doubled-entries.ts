import type { Rule } from '../rule.ts'
import { warn } from './say.ts'

/** The same qualification entered twice is most often a slip. */
export const doubledEntries: Rule = {
  id: 'R33-2',
  source: '指引 3.5.1',
  ties: ['qualifications'],
  check({ qualifications }) {
    return qualifications.flatMap((entry, at) => {
      const { series, level, certNo } = entry.answers
      const earlier = qualifications.slice(0, at).some(({ answers: a }) => {
        const sameNumber = certNo !== undefined && a.certNo === certNo
        return (
          sameNumber ||
          (series === 'accounting' && a.series === series && level !== undefined && a.level === level)
        )
      })
      if (!earlier) return []
      return [
        warn(
          'R33',
          { part: 'qualifications', item: entry.id, field: 'certNo' },
          '与前面的一项重复，多填了的请删除',
        ),
      ]
    })
  },
}
