import { WORKING_AGE } from '../checks/age.ts'
import { addMonths } from '../checks/months.ts'
import { dateText } from '../kinds/date.ts'
import type { Dossier, Rule } from '../rule.ts'
import { refuse } from './say.ts'

/**
 * The months before which accounting work does not begin (R27, D5), as far as they are known: that of the
 * full-time diploma, and that of the birthday which makes old enough for work.
 */
export function startLimits({ education, personal }: Pick<Dossier, 'education' | 'personal'>): {
  readonly graduated: string | undefined
  readonly grown: string | undefined
} {
  const born = personal.birthDate
  return {
    graduated: education.ftGradDate,
    grown: born === undefined ? undefined : addMonths(born.slice(0, 7), 12 * WORKING_AGE),
  }
}

/**
 * R27, D5: accounting work does not begin before the full-time diploma. Compared by month, the same month
 * passes; no graduation asked, nothing to compare. Also: nobody begins before the age of sixteen.
 */
export const accountingStart: Rule = {
  id: 'R27',
  source: '指引 3.4 第 2 条',
  ties: ['education', 'employment'],
  check({ employment, education, personal }) {
    const start = employment.accountingStartDate
    if (!start) return []
    const place = { part: 'employment', field: 'accountingStartDate' } as const
    const { graduated, grown } = startLimits({ education, personal })
    if (graduated && start < graduated) {
      return [
        refuse(
          'R27',
          place,
          `会计从事时间不得早于全日制学历（学位）获取时间：您填的是 ${dateText(start)}，全日制毕业时间是 ${dateText(graduated)}（在“学历信息”里）。请改正其中填错的一个；确实先工作后取得这个学历的，请咨询采集地财政部门，电话见“联系我们”`,
          { see: { part: 'education', field: 'ftGradDate' } },
        ),
      ]
    }
    const born = personal.birthDate
    if (born && grown && start < grown) {
      return [
        refuse(
          'R27',
          place,
          `开始从事会计工作时须年满 ${WORKING_AGE} 周岁，按您的出生日期 ${dateText(born)} 推算还不满，请检查年份`,
        ),
      ]
    }
    return []
  },
}
