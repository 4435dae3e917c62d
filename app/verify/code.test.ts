import { describe, expect, it } from 'vitest'
import { verifyCode } from '#lib/protect/ids'
import { canonicalCode } from './code.ts'

describe('a code as somebody types it', () => {
  it.each([
    ['as printed', 'ACDE-FGHJ-3467', 'ACDE-FGHJ-3467'],
    ['without hyphens', 'ACDEFGHJ3467', 'ACDE-FGHJ-3467'],
    ['small letters', 'acde-fghj-3467', 'ACDE-FGHJ-3467'],
    ['spaces around and between', '  ACDE FGHJ 3467 ', 'ACDE-FGHJ-3467'],
    ['wide letters of a Chinese keyboard', 'ＡＣＤＥ－ＦＧＨＪ－３４６７', 'ACDE-FGHJ-3467'],
    ['a dash for the hyphen', 'ACDE—FGHJ–3467', 'ACDE-FGHJ-3467'],
    ['one too few', 'ACDE-FGHJ-346', undefined],
    ['one too many', 'ACDE-FGHJ-34679', undefined],
    ['other signs', 'ACDE-FGHJ-34_7', undefined],
    ['a receipt number', 'HN20260701ACDEFGH', undefined],
    ['nothing', '', undefined],
  ])('%s', (_, typed, code) => {
    expect(canonicalCode(typed)).toBe(code)
  })

  it('takes every code that is made as it is', () => {
    for (let i = 0; i < 200; i++) {
      const code = verifyCode()
      expect(canonicalCode(code)).toBe(code)
    }
  })
})
