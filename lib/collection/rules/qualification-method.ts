import { LEVEL, OBTAIN_METHOD } from '../codes/local.ts'
import { labelOf } from '../codes/option.ts'
import type { Rule } from '../rule.ts'
import { warn } from './say.ts'

/** How the accounting levels are obtained today (P29). */
const USUAL: Readonly<Record<string, string>> = {
  junior: 'exam',
  intermediate: 'exam',
  deputySenior: 'examReview',
  senior: 'review',
}

/** R33: an unusual way to an accounting qualification is pointed out; ways differed in earlier years. */
export const qualificationMethod: Rule = {
  id: 'R33-method',
  source: '指引 3.5.1',
  ties: ['qualifications'],
  check: ({ qualifications }) =>
    qualifications.flatMap(({ id: item, answers }) => {
      const { series, level, obtainMethod: method } = answers
      const usual = level && USUAL[level]
      if (series !== 'accounting' || !usual || !method || method === 'other' || method === usual) return []
      const message = `会计${labelOf(LEVEL, level)}资格一般通过${labelOf(OBTAIN_METHOD, usual)}取得，您选的是${labelOf(OBTAIN_METHOD, method)}，请照证书核对`
      return [warn('R33', { part: 'qualifications', item, field: 'obtainMethod' }, message)]
    }),
}
