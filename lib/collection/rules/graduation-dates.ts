import { dateText } from '../kinds/date.ts'
import type { Issue, Rule } from '../rule.ts'
import { refuse } from './say.ts'

const PAIRS = [
  ['ftEnrollDate', 'ftGradDate'],
  ['ptEnrollDate', 'ptGradDate'],
] as const

/** R20: only what has been obtained counts; and one graduates after one has enrolled. */
export const graduationDates: Rule = {
  id: 'R20',
  source: '指引 3.3 第 1 条',
  ties: ['education'],
  check({ education }, { today }) {
    return PAIRS.flatMap(([enrolled, graduated]): Issue[] => {
      const [from, to] = [education[enrolled], education[graduated]]
      if (!to) return []
      const place = { part: 'education', field: graduated } as const
      if (to > today.slice(0, 7)) {
        return [
          refuse(
            'R20',
            place,
            `没有拿到毕业证的不算：毕业时间须不晚于本月，您填的是 ${dateText(to)}。还没有毕业的，请填已取得的最高学历`,
          ),
        ]
      }
      if (from && to <= from) {
        return [
          refuse(
            'V-DATE',
            place,
            `毕业时间须晚于入学时间：毕业 ${dateText(to)}，入学 ${dateText(from)}，请检查年份`,
          ),
        ]
      }
      return []
    })
  },
}
