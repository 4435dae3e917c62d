import type { Rule } from '../rule.ts'
import { warn } from './say.ts'

/** R10, D7: a background that is not near-white is advice the applicant may override. */
export const photoBackground: Rule = {
  id: 'R10',
  source: '指引 1.3',
  ties: ['personal'],
  check({ personal }) {
    if (!personal.photo?.flags.includes('background')) return []
    return [
      warn(
        'R10',
        { part: 'personal', field: 'photo' },
        '证件照的背景可能不是白色，这类情况常被退回，建议换一张白底的',
      ),
    ]
  },
}
