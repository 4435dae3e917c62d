import { yearsOld } from '../checks/months.ts'
import { dateText } from '../kinds/date.ts'
import type { Rule } from '../rule.ts'
import { refuse, warn } from './say.ts'

const YOUNGEST = 16
const ODD = 100

/** V-AGE: at least sixteen today; over a hundred is pointed out. */
export const age: Rule = {
  id: 'V-AGE',
  source: 'GB 11643',
  ties: ['personal'],
  check({ personal }, { today }) {
    const born = personal.birthDate
    if (!born) return []
    const place = { part: 'personal', field: 'birthDate' } as const
    const years = yearsOld(born, today)
    if (years < YOUNGEST) return [refuse('V-AGE', place, `须年满 ${YOUNGEST} 周岁，您的出生日期是 ${dateText(born)}`)]
    return years > ODD ? [warn('V-AGE', place, `出生日期 ${dateText(born)}，已超过 ${ODD} 周岁，请核对`)] : []
  },
}
