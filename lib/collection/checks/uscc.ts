const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const INNER = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const INNER_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const

export type UsccReading =
  | { readonly ok: true; readonly innerRight: boolean }
  | { readonly ok: false; readonly message: string }

/** The check character of the first 17 (GB 32100-2015: weights 3^i, modulo 31). */
export function usccCheck(body: string): string {
  let [sum, weight] = [0, 1]
  for (const c of body) {
    sum += CHARACTERS.indexOf(c) * weight
    weight = (weight * 3) % 31
  }
  return CHARACTERS[(31 - (sum % 31)) % 31] ?? ''
}

/** The organisation code inside (characters 9–17, GB 11714): often wrong on old certificates, so only a hint. */
function innerRight(code: string): boolean {
  const body = code.slice(8, 16)
  const sum = INNER_WEIGHTS.reduce((total, w, at) => total + w * INNER.indexOf(body[at] ?? ''), 0)
  const check = 11 - (sum % 11)
  return code[16] === (check === 10 ? 'X' : check === 11 ? '0' : String(check))
}

/** Reads a unified social credit code (V-USCC). */
export function checkUscc(code: string): UsccReading {
  if (code.length !== 18) return { ok: false, message: `统一社会信用代码应为 18 位，现在是 ${code.length} 位` }
  const stranger = [...code].find((c) => !CHARACTERS.includes(c))
  if (stranger) return { ok: false, message: `统一社会信用代码里不会有“${stranger}”，请核对（没有字母 I、O、S、V、Z）` }
  if (usccCheck(code.slice(0, 17)) !== code[17]) return { ok: false, message: '统一社会信用代码校验码不正确，请照证书逐位核对' }
  return { ok: true, innerRight: innerRight(code) }
}

/** Unit natures that the first two characters go with; prefixes not listed say nothing. */
const NATURES: Readonly<Record<string, readonly string[]>> = {
  '11': ['government'],
  '12': ['institution'],
  '51': ['association'],
  '52': ['association', 'institution', 'other'],
  '91': ['soe', 'collective', 'private', 'foreign', 'company', 'agency', 'firm'],
  '92': ['private', 'company', 'other', 'agency'],
  '93': ['village', 'collective', 'other'],
  N1: ['village'],
  N2: ['village'],
  N3: ['village'],
}

/** Whether the code's kind of body goes with the unit nature that was chosen. */
export const natureFits = (code: string, unitNature: string): boolean =>
  NATURES[code.slice(0, 2)]?.includes(unitNature) ?? true
