import { randomBytes, randomInt } from 'node:crypto'

const LETTERS = 'abcdefghijklmnop'

/**
 * A random 96-bit id, 24 letters from a to p. Ids stand in addresses, where nothing may look like the number of
 * a person: among hexadecimal digits every two-hundredth id would hold what reads as a mobile number.
 */
export const newId = (): string =>
  randomBytes(12)
    .toString('hex')
    .replace(/./g, (digit) => LETTERS.charAt(Number.parseInt(digit, 16)))

/** Whether a text can be an id; some were drawn in hexadecimal digits before 2026-11-24. */
export const isId = (text: string | undefined): text is string => /^[0-9a-p]{24}$/.test(text ?? '')

// No 0/O, 1/I/L, 2/Z, 5/S, 8/B, U/V: numbers are read out on the telephone. The length is a prime, so
// that no weight below it can hide a wrong character.
const ALPHABET = '34679ACDEFGHJKMNPQRTWXY'
type Random = (below: number) => number

const draw = (length: number, random: Random) =>
  Array.from({ length }, () => ALPHABET[random(ALPHABET.length)]).join('')

/** Digits of the date stand for themselves; the random part for its place in the alphabet. */
const worthOf = (c: string, at: number) => (at < 10 ? c.charCodeAt(0) : ALPHABET.indexOf(c))

/** Weighted sum over the characters, so that one wrong or two swapped neighbours are noticed. */
function checkCharacter(body: string): string {
  const sum = [...body].reduce((total, c, at) => total + (at + 1) * worthOf(c, at), 0)
  return ALPHABET[sum % ALPHABET.length] ?? ''
}

/** 受理编号: `HN` + YYYYMMDD + 6 random characters + check character. `date` is `YYYY-MM-DD`. */
export function receiptNumber(date: string, random: Random = randomInt): string {
  const body = `HN${date.replaceAll('-', '')}${draw(6, random)}`
  return body + checkCharacter(body)
}

/** Whether a receipt number is well formed and its check character is right. */
export const isReceiptNumber = (text: string): boolean =>
  new RegExp(`^HN\\d{8}[${ALPHABET}]{7}$`).test(text) && checkCharacter(text.slice(0, -1)) === text.slice(-1)

/** The code of a printed sheet: 12 random characters in groups, nothing to do with the receipt number. */
export function verifyCode(random: Random = randomInt): string {
  return draw(12, random).replace(/(.{4})(?=.)/g, '$1-')
}
