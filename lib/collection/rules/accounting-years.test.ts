import { describe, expect, it } from 'vitest'
import { accountingYears, longestYears } from './accounting-years.ts'
import { issuesOf, verdicts } from './testing.ts'

const REFUSED = ['error step R28 employment.accountingYears']

describe('R28, D6: years of accounting work', () => {
  it.each([
    ['2016-07', 10, []],
    ['2016-07', 11, REFUSED],
    ['2016-08', 9, []],
    ['2016-08', 10, REFUSED],
    ['2026-07', 0, []],
    ['2026-07', 1, REFUSED],
    ['2016-07', 0, []],
    ['2016-07', undefined, []],
    [undefined, 3, REFUSED],
  ])('case 54: from %s, %s years', (accountingStartDate, years, expected) => {
    expect(
      verdicts(accountingYears, { employment: { accountingStartDate, accountingYears: years } }),
    ).toEqual(expected)
  })

  it('says the limit, the figure, and when one more year is full', () => {
    const [issue] = issuesOf(accountingYears, {
      employment: { accountingStartDate: '2016-08', accountingYears: 10 },
    })
    for (const words of ['最多 9 年', '您填的是 10 年', '2026 年 8 月'])
      expect(issue?.message).toContain(words)
  })

  it('claims the longest for a blank', () => {
    expect(longestYears('2016-08', '2026-07-01')).toBe(9)
    expect(longestYears('2016-07', '2026-07-01')).toBe(10)
  })
})
