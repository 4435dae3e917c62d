import { LEVEL, SERIES } from '../codes/local.ts'
import { labelOf } from '../codes/option.ts'
import { dateText } from '../kinds/date.ts'
import type { Rule } from '../rule.ts'
import { rankOf } from './levels.ts'
import { warn } from './say.ts'

/** R33: a higher level obtained before a lower one of the same series is pointed out (level order, P29). */
export const qualificationOrder: Rule = {
  id: 'R33-order',
  source: '指引 3.5.1',
  ties: ['qualifications'],
  check: ({ qualifications }) =>
    qualifications.flatMap(({ id: item, answers }) => {
      const { series, level, obtainDate: date } = answers
      if (!series || series === 'other' || !level || !date) return []
      const later = qualifications.find(
        ({ answers: a }) =>
          a.series === series && a.obtainDate && a.obtainDate > date && rankOf(a.level) < rankOf(level),
      )
      if (!later?.answers.obtainDate) return []
      const lower = labelOf(LEVEL, later.answers.level ?? '')
      const message = `${labelOf(SERIES, series)}${labelOf(LEVEL, level)}取得于 ${dateText(date)}，早于${lower}（${dateText(later.answers.obtainDate)}），请照证书核对`
      return [warn('R33', { part: 'qualifications', item, field: 'obtainDate' }, message)]
    }),
}
