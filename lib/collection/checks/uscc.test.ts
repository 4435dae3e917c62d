import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  hasOrganisationCode,
  organisationCheckCharacter,
  prefixFitsNature,
  usccCheckCharacter,
  usccError,
} from './uscc.ts'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const RIGHT = '91410105MA0FARM09Y'

describe('V-USCC: unified social credit codes (GB 32100)', () => {
  it.each([
    ['case 46', RIGHT],
    ['small letters', RIGHT.toLowerCase()],
    ['blanks, as printed in groups', '9141 0105 MA0F ARM0 9Y'],
    ['full-width', '９１４１０１０５ＭＡ０ＦＡＲＭ０９Ｙ'],
  ])('%s is right', (_, code) => {
    expect(usccError(code)).toBeUndefined()
  })

  it.each([
    ['case 48', '91410105MA0FARM090', '统一社会信用代码校验码不正确'],
    ['17 characters', RIGHT.slice(0, 17), '您填了 17 位'],
    ['19 characters', `${RIGHT}1`, '您填了 19 位'],
    ['a letter O for a zero', '91410105MAOFARM09Y', '“O”'],
    ['nothing', '', '您填了 0 位'],
  ])('%s is refused', (_, code, words) => {
    expect(usccError(code)).toContain(words)
  })

  it('notices any single wrong character', () => {
    fc.assert(
      fc.property(fc.nat(17), fc.integer({ min: 1, max: 30 }), (at, shift) => {
        const other = ALPHABET.charAt((ALPHABET.indexOf(RIGHT.charAt(at)) + shift) % 31)
        expect(usccError(RIGHT.slice(0, at) + other + RIGHT.slice(at + 1))).toBeDefined()
      }),
      { seed: 3, numRuns: 300 },
    )
  })

  it('accepts every code that was made by the standard', () => {
    const body = fc.array(fc.constantFrom(...ALPHABET), { minLength: 17, maxLength: 17 })
    fc.assert(
      fc.property(body, (characters) => {
        const first17 = characters.join('')
        expect(usccError(first17 + usccCheckCharacter(first17))).toBeUndefined()
      }),
      { seed: 4, numRuns: 200 },
    )
  })
})

describe('the organisation code inside (GB 11714), a hint', () => {
  it.each([
    [RIGHT, true],
    ['91410105MA0FARM08Y', false],
  ])('%s: %s', (code, right) => {
    expect(hasOrganisationCode(code)).toBe(right)
  })

  // By hand: 11 − 3·1 mod 11 = 8; no remainder gives 0; 11 − 2·6 mod 11 = 10 is written X.
  it.each([
    ['10000000', '8'],
    ['00000000', '0'],
    ['00000006', 'X'],
  ])('%s has check character %s', (first8, check) => {
    expect(organisationCheckCharacter(first8)).toBe(check)
  })
})

describe('the first two characters against the unit nature, a hint', () => {
  it.each([
    ['91', 'private', true],
    ['91', 'institution', false],
    ['91', 'agency', true],
    ['92', 'private', true],
    ['92', 'soe', false],
    ['93', 'village', true],
    ['11', 'government', true],
    ['11', 'company', false],
    ['12', 'institution', true],
    ['51', 'association', true],
    ['51', 'government', false],
    ['N1', 'village', true],
    ['N1', 'soe', false],
    ['19', 'soe', true],
  ])('%s with %s: %s', (prefix, nature, fits) => {
    expect(prefixFitsNature(prefix + RIGHT.slice(2), nature)).toBe(fits)
  })
})
