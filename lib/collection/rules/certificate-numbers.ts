import type { Rule } from '../rule.ts'
import { warn } from './say.ts'

const USUAL = [
  ['ftEducationCertNo', /^(\d{17}|\d{18})$/, '17 或 18 位数字'],
  ['ptEducationCertNo', /^(\d{17}|\d{18})$/, '17 或 18 位数字'],
  ['ftDegreeCertNo', /^\d{16}$/, '16 位数字'],
  ['ptDegreeCertNo', /^\d{16}$/, '16 位数字'],
] as const

/** V-CERT: odd numbers are pointed out, not refused; old certificates vary. */
export const certificateNumbers: Rule = {
  id: 'V-CERT',
  source: '学历、学位证书编号规则',
  ties: ['education'],
  check({ education }) {
    return USUAL.flatMap(([field, pattern, usual]) => {
      const number = education[field]?.replace(/\s/g, '')
      if (!number || pattern.test(number)) return []
      return [warn('V-CERT', { part: 'education', field }, `证书编号一般是 ${usual}，您填的是 ${number.length} 位，请再核对；老证书编号不同的不用管`)]
    })
  },
}
