/** GB 32100-2015: no I, O, S, V, Z. The place in this string is the character's value. */
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const INNER_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/** Canonical form: full-width characters, blanks and small letters brought into form. */
const normalise = (typed: string): string => typed.normalize('NFKC').replace(/[\s-]/gu, '').toUpperCase()

/** The check character of the first 17 (GB 32100: Σ cᵢ·3^(i−1) mod 31). */
export function usccCheckCharacter(first17: string): string {
  let sum = 0
  let weight = 1
  for (const character of first17.slice(0, 17)) {
    sum += CHARACTERS.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return CHARACTERS.charAt((31 - (sum % 31)) % 31)
}

/** The check character of the eight before it (GB 11714: letters count from A = 10). */
export function organisationCheckCharacter(first8: string): string {
  const sum = INNER_WEIGHTS.reduce(
    (total, weight, at) => total + weight * Number.parseInt(first8.charAt(at), 36),
    0,
  )
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? 'X' : String(check)
}

/** What is wrong with a 统一社会信用代码, or nothing (V-USCC). */
export function usccError(typed: string): string | undefined {
  const code = normalise(typed)
  const length = [...code].length
  if (length !== 18) return `统一社会信用代码须是 18 位，您填了 ${length} 位，请对照营业执照或法人证书检查`
  const foreign = [...code].find((character) => !CHARACTERS.includes(character))
  if (foreign !== undefined) {
    return `统一社会信用代码里不会有“${foreign}”，只有数字和 I、O、S、V、Z 以外的大写字母，请检查`
  }
  if (usccCheckCharacter(code) !== code[17])
    return '统一社会信用代码校验码不正确，请逐位核对营业执照或法人证书'
  return undefined
}

/** Whether characters 9–17 are an organisation code with a right check character (GB 11714). */
export function hasOrganisationCode(code: string): boolean {
  return organisationCheckCharacter(code.slice(8, 16)) === code[16]
}

const ENTERPRISE = ['soe', 'collective', 'private', 'foreign', 'company', 'agency', 'firm', 'village']

// Registering department and kind → the natures of unit that go with it. Codes whose units can be of
// any nature (19, 89, Y1) are left out: they contradict nothing.
const NATURES: Readonly<Record<string, readonly string[]>> = {
  '11': ['government'],
  '12': ['institution'],
  '13': ['government', 'association', 'institution'],
  '31': ['firm', 'agency', 'other'],
  '51': ['association'],
  '52': ['firm', 'agency', 'other', 'institution'],
  '53': ['association', 'other'],
  '81': ['association'],
  '91': ENTERPRISE,
  '92': ['private', 'company', 'agency', 'other'],
  '93': ['collective', 'company', 'village', 'other'],
  N1: ['village', 'collective', 'other'],
  N2: ['village', 'collective', 'other'],
  N3: ['village', 'collective', 'other'],
}

/** Whether the first two characters can belong to a unit of this nature; unknown prefixes can. */
export function prefixFitsNature(code: string, unitNature: string): boolean {
  return NATURES[code.slice(0, 2)]?.includes(unitNature) ?? true
}
