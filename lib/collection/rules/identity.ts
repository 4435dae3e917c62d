import { checkIdNumber } from '../checks/id-number.ts'
import type { Rule } from '../rule.ts'
import { refuse } from './say.ts'

/**
 * V-ID over what the identity platform handed on (R16). It cannot be mended on the page, so it stops only
 * the submission and says where to go.
 */
export const identity: Rule = {
  id: 'V-ID',
  source: 'GB 11643-1999',
  ties: ['personal'],
  check(_dossier, { person, today }) {
    if (person.idType !== '111') return []
    const reading = checkIdNumber(person.idNumber, today)
    if (reading.ok) return []
    const message = `${reading.message}。证件号码来自统一身份认证平台，请在河南政务服务网更正后重新登录`
    return [refuse('V-ID', { part: 'personal', field: 'idNumber' }, message, { when: 'submit' })]
  },
}
