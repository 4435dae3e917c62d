export type IdNumberReading =
  | { readonly ok: true; readonly number: string; readonly birthDate: string; readonly sex: '1' | '2' }
  | {
      readonly ok: false
      readonly reason: 'length' | 'characters' | 'province' | 'date' | 'future' | 'check'
      readonly message: string
    }

// First two digits of GB/T 2260, including Taiwan's and the codes 81–83 of the residence permits.
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
)
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** The check character of the first 17 digits (GB 11643: Σ aᵢ·Wᵢ mod 11). */
export function idCheckCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(first17[at]), 0)
  return '10X98765432'.charAt(sum % 11)
}

const exists = (year: number, month: number, day: number) => {
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1850 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

const no = (reason: Extract<IdNumberReading, { ok: false }>['reason'], message: string) =>
  ({ ok: false, reason, message }) as const

/**
 * V-ID (GB 11643-1999). Only the first two digits of the address code are looked at: abolished codes
 * stay on the cards of the people who were given them. The date is tested before the check digit, since
 * a number can have the one right and the other wrong.
 *
 * @param typed the number as typed; full-width digits, blanks and a small x are brought into form
 * @param today Shanghai's date, `YYYY-MM-DD`: a birth date after it is refused
 */
export function checkIdNumber(typed: string, today: string): IdNumberReading {
  const number = typed.normalize('NFKC').replace(/\s/gu, '').toUpperCase()
  if (/^\d{15}$/.test(number))
    return no('length', '身份证号码须是 18 位，您填的是 15 位的旧号码，请填 18 位号码')
  if (number.length !== 18)
    return no('length', `身份证号码须是 18 位，您填了 ${[...number].length} 位，请检查`)
  if (!/^\d{17}[\dX]$/.test(number)) {
    return no('characters', '身份证号码前 17 位须是数字，最后一位是数字或 X，请检查')
  }
  if (!PROVINCES.has(number.slice(0, 2))) {
    return no('province', `身份证号码前两位 ${number.slice(0, 2)} 不是省级代码，请检查`)
  }
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)]
  const birthDate = `${year}-${month}-${day}`
  if (!exists(Number(year), Number(month), Number(day))) {
    return no('date', `出生日期不存在：第 7 至 14 位是 ${number.slice(6, 14)}，请检查`)
  }
  if (birthDate > today) return no('future', `出生日期 ${birthDate} 晚于今天，请检查第 7 至 14 位`)
  if (idCheckCharacter(number) !== number[17]) return no('check', '身份证号码校验位不正确，请逐位核对')
  return { ok: true, number, birthDate, sex: Number(number[16]) % 2 === 1 ? '1' : '2' }
}

/** Birth date and sex from a resident's number, or nothing when the number is not one (R16). */
export function readIdNumber(
  number: string,
): { readonly birthDate: string; readonly sex: '1' | '2' } | undefined {
  // Whether the date lies ahead is the rule's question, not that of reading.
  const reading = checkIdNumber(number, '9999-12-31')
  return reading.ok ? { birthDate: reading.birthDate, sex: reading.sex } : undefined
}
