import { ageOn, OLD_AGE, WORKING_AGE } from '../checks/age.ts'
import { dateText } from '../kinds/date.ts'
import type { Rule } from '../rule.ts'
import { refuse, warn } from './say.ts'

/** V-AGE: at least sixteen today; over a hundred is pointed out. */
export const age: Rule = {
  id: 'V-AGE',
  source: 'GB 11643',
  ties: ['personal'],
  check({ personal }, { today }) {
    const born = personal.birthDate
    if (!born) return []
    const place = { part: 'personal', field: 'birthDate' } as const
    const years = ageOn(born, today)
    if (years < WORKING_AGE)
      return [refuse('V-AGE', place, `须年满 ${WORKING_AGE} 周岁，您的出生日期是 ${dateText(born)}`)]
    return years > OLD_AGE
      ? [warn('V-AGE', place, `出生日期 ${dateText(born)}，已超过 ${OLD_AGE} 周岁，请核对`)]
      : []
  },
}
