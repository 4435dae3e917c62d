import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkIdNumber, idCheckCharacter, readIdNumber } from './id-number.ts'

const TODAY = '2026-07-01'
const complete = (first17: string) => first17 + idCheckCharacter(first17)

describe('V-ID: resident ID numbers (GB 11643)', () => {
  it.each([
    ['case 1', '410105199001019999', '1990-01-01', '1'],
    ['case 4, a small x', '41030219880607997x', '1988-06-07', '1'],
    ['case 5, an abolished county code', '412721197203159987', '1972-03-15', '2'],
    ['full-width digits and blanks', ' ４１０１０５ 19900101 9999', '1990-01-01', '1'],
    ['a leap day', complete('41010520000229999'), '2000-02-29', '1'],
    ['born today', complete('41010520260701998'), '2026-07-01', '2'],
  ])('%s is right', (_, typed, birthDate, sex) => {
    expect(checkIdNumber(typed, TODAY)).toMatchObject({ ok: true, birthDate, sex })
  })

  it('brings the small x into form (case 4)', () => {
    expect(checkIdNumber('41030219880607997x', TODAY)).toMatchObject({ number: '41030219880607997X' })
  })

  it.each([
    ['case 8', '410105199001019990', 'check', '身份证号码校验位不正确'],
    ['case 10, 30 February with a right check digit', '410105199002309998', 'date', '出生日期不存在'],
    ['29 February of a common year', complete('41010519000229999'), 'date', '出生日期不存在'],
    ['month 13', complete('41010519901301999'), 'date', '出生日期不存在'],
    ['born tomorrow', complete('41010520260702999'), 'future', '晚于今天'],
    ['case 13, 17 characters', '41010519900101999', 'length', '您填了 17 位'],
    ['case 13, the 15-digit form', '410105900101999', 'length', '请填 18 位号码'],
    ['19 characters', '4101051990010199990', 'length', '您填了 19 位'],
    ['nothing', '', 'length', '您填了 0 位'],
    ['X in the middle', '41010519900101X999', 'characters', '前 17 位须是数字'],
    ['no province 99', complete('99010519900101999'), 'province', '99'],
  ])('%s is refused', (_, typed, reason, words) => {
    const reading = checkIdNumber(typed, TODAY)
    expect(reading).toMatchObject({ ok: false, reason })
    expect(reading.ok ? '' : reading.message).toContain(words)
  })

  const born = fc.date({ min: new Date('1930-01-01'), max: new Date('2026-06-30'), noInvalidDate: true })

  it('accepts every number that was made by the standard, and reads it back', () => {
    fc.assert(
      fc.property(born, fc.integer({ min: 996, max: 999 }), (date, sequence) => {
        const day = date.toISOString().slice(0, 10)
        const reading = checkIdNumber(complete(`410105${day.replaceAll('-', '')}${sequence}`), TODAY)
        expect(reading).toMatchObject({ ok: true, birthDate: day, sex: sequence % 2 === 1 ? '1' : '2' })
      }),
      { seed: 1, numRuns: 200 },
    )
  })

  it('notices any single wrong digit', () => {
    fc.assert(
      fc.property(fc.nat(16), fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const right = '410105199001019999'
        const digit = String((Number(right[at]) + shift) % 10)
        expect(readIdNumber(right.slice(0, at) + digit + right.slice(at + 1))).toBeUndefined()
      }),
      { seed: 2, numRuns: 200 },
    )
  })
})
