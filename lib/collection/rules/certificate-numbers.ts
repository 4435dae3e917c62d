import { degreeCertHint, educationCertHint } from '../checks/cert-number.ts'
import type { Rule } from '../rule.ts'
import { warn } from './say.ts'

const HINTS = [
  ['ftEducationCertNo', educationCertHint],
  ['ptEducationCertNo', educationCertHint],
  ['ftDegreeCertNo', degreeCertHint],
  ['ptDegreeCertNo', degreeCertHint],
] as const

/** V-CERT: odd numbers are pointed out, not refused; old certificates vary. */
export const certificateNumbers: Rule = {
  id: 'V-CERT',
  source: '学历、学位证书编号规则',
  ties: ['education'],
  check: ({ education }) =>
    HINTS.flatMap(([field, hintOf]) => {
      const hint = hintOf(education[field] ?? '')
      return education[field] && hint ? [warn('V-CERT', { part: 'education', field }, hint)] : []
    }),
}
