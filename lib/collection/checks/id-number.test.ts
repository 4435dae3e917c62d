import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkIdNumber, idCheck, readIdNumber } from './id-number.ts'

describe('V-ID: resident ID numbers (GB 11643)', () => {
  it.each([
    ['case 1', '410105199001019999', '1990-01-01', '1'],
    ['case 4, lower-case x', '41030219880607997x', '1988-06-07', '1'],
    ['case 5, abolished county code', '412721197203159987', '1972-03-15', '2'],
    ['the vector of the standard', '11010519491231002X', '1949-12-31', '2'],
    ['full-width digits and spaces', ' ４１０105 19900101 9999', '1990-01-01', '1'],
    ['a leap day', `41010520000229999${idCheck('41010520000229999')}`, '2000-02-29', '1'],
  ])('%s is right', (_, number, birthDate, sex) => {
    expect(checkIdNumber(number, '2026-07-01')).toMatchObject({ ok: true, birthDate, sex })
  })

  it.each([
    ['case 8', '410105199001019990', 'check', '身份证号码校验位不正确'],
    ['case 10', '410105199002309998', 'date', '出生日期不存在'],
    ['case 13, 17 characters', '41010519900101999', 'length', '现在是 17 位'],
    ['case 13, 15 digits', '410105900101999', 'length', '18 位'],
    ['19 characters', '4101051990010199990', 'length', '现在是 19 位'],
    ['X in the middle', '41010519900101X999', 'characters', '17 位数字'],
    ['no province 99', `99010519900101999${idCheck('99010519900101999')}`, 'province', '99'],
    ['born tomorrow', `41010520260702999${idCheck('41010520260702999')}`, 'future', '晚于今天'],
    ['empty', '', 'length', '现在是 0 位'],
  ])('%s is wrong', (_, number, reason, words) => {
    const reading = checkIdNumber(number, '2026-07-01')
    expect(reading).toMatchObject({ ok: false, reason })
    expect(reading.ok ? '' : reading.message).toContain(words)
  })

  it('notices any single wrong digit', () => {
    fc.assert(
      fc.property(fc.nat(16), fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const right = '410105199001019999'
        const digit = String((Number(right[at]) + shift) % 10)
        expect(readIdNumber(right.slice(0, at) + digit + right.slice(at + 1))).toBeUndefined()
      }),
      { seed: 3, numRuns: 150 },
    )
  })
})
