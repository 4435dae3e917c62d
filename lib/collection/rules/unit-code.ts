import { hasOrganisationCode, prefixFitsNature, usccError } from '../checks/uscc.ts'
import type { Rule } from '../rule.ts'
import { refuse, warn } from './say.ts'

/** V-USCC: the check character refuses; the inner code and the kind of body only warn. */
export const unitCode: Rule = {
  id: 'V-USCC',
  source: 'GB 32100-2015',
  ties: ['employment'],
  check({ employment }) {
    const { uscc, unitNature } = employment
    if (!uscc) return []
    const place = { part: 'employment', field: 'uscc' } as const
    const wrong = usccError(uscc)
    if (wrong) return [refuse('V-USCC', place, wrong)]
    return [
      ...(hasOrganisationCode(uscc)
        ? []
        : [warn('V-USCC', place, '信用代码第 9 至 17 位（组织机构代码）的校验位不符，请再核对一遍')]),
      ...(unitNature && !prefixFitsNature(uscc, unitNature)
        ? [warn('V-USCC', place, `信用代码前两位是 ${uscc.slice(0, 2)}，与所选的单位性质不一致，请核对`)]
        : []),
    ]
  },
}
