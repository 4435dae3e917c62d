/** Why an ID number cannot be one. */
export type IdFault = 'length' | 'characters' | 'province' | 'date' | 'future' | 'check'
export type IdReading =
  | { readonly ok: true; readonly number: string; readonly birthDate: string; readonly sex: '1' | '2' }
  | { readonly ok: false; readonly reason: IdFault; readonly message: string }

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const CHECKS = '10X98765432'
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
)

/** The check character of 17 digits (GB 11643-1999, ISO 7064 MOD 11-2). */
export function idCheck(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
  return CHECKS[sum % 11] ?? ''
}

function calendarDate(compact: string): string | undefined {
  const [y, m, d] = [compact.slice(0, 4), compact.slice(4, 6), compact.slice(6, 8)]
  const date = new Date(Date.UTC(Number(y), Number(m) - 1, Number(d)))
  const text = `${y}-${m}-${d}`
  return date.toISOString().slice(0, 10) === text ? text : undefined
}

/**
 * Reads a resident ID number (V-ID, GB 11643). Only the province is looked up: abolished county codes
 * stay valid on cards (case 5). The date is tested apart from the check digit (case 10).
 * @param today Shanghai's date; without it a date in the future is not noticed
 */
export function checkIdNumber(typed: string, today?: string): IdReading {
  const number = typed.normalize('NFKC').replace(/\s/gu, '').toUpperCase()
  const fault = (reason: IdFault, message: string): IdReading => ({ ok: false, reason, message })
  if (number.length === 15) return fault('length', '这是 15 位的旧号码，请填写 18 位身份证号码')
  if (number.length !== 18) return fault('length', `身份证号码应为 18 位，现在是 ${number.length} 位`)
  if (!/^\d{17}[\dX]$/.test(number)) return fault('characters', '身份证号码应为 17 位数字加 1 位数字或 X')
  if (!PROVINCES.has(number.slice(0, 2))) return fault('province', `身份证号码的前两位“${number.slice(0, 2)}”不是省级代码`)
  const birthDate = calendarDate(number.slice(6, 14))
  if (!birthDate) return fault('date', '身份证号码中的出生日期不存在')
  if (today !== undefined && birthDate > today) return fault('future', '身份证号码中的出生日期晚于今天')
  if (idCheck(number) !== number[17]) return fault('check', '身份证号码校验位不正确')
  return { ok: true, number, birthDate, sex: Number(number[16]) % 2 === 1 ? '1' : '2' }
}

/** Birth date and sex of a right number (17th digit odd is male), nothing for a wrong one. */
export function readIdNumber(number: string): { birthDate: string; sex: '1' | '2' } | undefined {
  const reading = checkIdNumber(number)
  return reading.ok ? { birthDate: reading.birthDate, sex: reading.sex } : undefined
}
