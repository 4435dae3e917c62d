import { APPLICANT_CATEGORY, POST_STATUS } from '../codes/local.ts'
import { labelOf } from '../codes/option.ts'
import type { Dossier, Rule } from '../rule.ts'
import { POST_STATUS_OF } from '../steps/employment.ts'
import { refuse } from './say.ts'

/** The post status that goes with the applicant category (D4); nothing before one is chosen. */
export const impliedStatus = ({ applicantCategory }: Dossier['scope']): string | undefined =>
  applicantCategory && POST_STATUS_OF[applicantCategory]

/** D4, R25: the post status agrees with the applicant category that settled where to collect. */
export const postStatus: Rule = {
  id: 'D4',
  source: '指引 1.1、3.4 第 1 条',
  ties: ['scope', 'employment'],
  check({ scope, employment }) {
    const { applicantCategory: category } = scope
    const { postStatus: status } = employment
    const expected = impliedStatus(scope)
    if (!category || !status || !expected || status === expected) return []
    return [
      refuse(
        'D4',
        { part: 'employment', field: 'postStatus' },
        `采集身份是“${labelOf(APPLICANT_CATEGORY, category)}”，在岗状态应为“${labelOf(POST_STATUS, expected)}”。身份选错了的，请先更改采集身份`,
        { see: { part: 'scope', field: 'applicantCategory' } },
      ),
    ]
  },
}
