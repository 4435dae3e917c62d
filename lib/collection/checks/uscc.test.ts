import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkUscc, natureFits, usccCheck } from './uscc.ts'

describe('V-USCC: unified social credit codes (GB 32100)', () => {
  it.each(['91410105MA0FARM09Y', '91350100M000100Y43', '12410105MA0FARM5X7'])('%s is right', (code) => {
    expect(checkUscc(code).ok).toBe(true)
  })

  it.each([
    ['case 48', '91410105MA0FARM090', '校验码不正确'],
    ['17 characters', '91410105MA0FARM09', '现在是 17 位'],
    ['a letter O', '91410105MAOFARM09Y', '“O”'],
    ['empty', '', '现在是 0 位'],
  ])('%s is refused', (_, code, words) => {
    const reading = checkUscc(code)
    expect(reading.ok ? '' : reading.message).toContain(words)
  })

  it('tells apart a wrong organisation code inside, as a hint', () => {
    const body = '91410105MA0FARM08'
    expect(checkUscc(body + usccCheck(body))).toEqual({ ok: true, innerRight: false })
    expect(checkUscc('91410105MA0FARM09Y')).toEqual({ ok: true, innerRight: true })
  })

  it('notices any single wrong character', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
    fc.assert(
      fc.property(fc.nat(17), fc.integer({ min: 1, max: 30 }), (at, shift) => {
        const right = '91410105MA0FARM09Y'
        const other = alphabet[(alphabet.indexOf(right[at] ?? '') + shift) % 31] ?? ''
        expect(checkUscc(right.slice(0, at) + other + right.slice(at + 1)).ok).toBe(false)
      }),
      { seed: 5, numRuns: 200 },
    )
  })

  it.each([
    ['91410105MA0FARM09Y', 'private', true],
    ['91410105MA0FARM09Y', 'institution', false],
    ['12410105MA0FARM5X7', 'institution', true],
    ['12410105MA0FARM5X7', 'soe', false],
    ['81410105MA0FARM5X7', 'other', true],
  ])('%s with %s: %s', (code, nature, fits) => {
    expect(natureFits(code, nature)).toBe(fits)
  })
})
