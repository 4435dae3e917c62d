import { describe, expect, it } from 'vitest'
import { accountingStart } from './accounting-start.ts'
import { issuesOf, verdicts } from './testing.ts'

const REFUSED = ['error step R27 employment.accountingStartDate']

describe('R27, D5: start of accounting work', () => {
  it.each([
    ['case 53: a month before graduation', '2012-06', '2012-07', REFUSED],
    ['case 53: the month of graduation', '2012-07', '2012-07', []],
    ['a month after graduation', '2012-08', '2012-07', []],
    ['December before January', '2011-12', '2012-01', REFUSED],
    ['no graduation asked (R24)', '2012-06', undefined, []],
    ['no start given', undefined, '2012-07', []],
  ])('%s', (_, accountingStartDate, ftGradDate, expected) => {
    expect(
      verdicts(accountingStart, { employment: { accountingStartDate }, education: { ftGradDate } }),
    ).toEqual(expected)
  })

  it.each([
    ['the month of the sixteenth birthday', '1990-07-31', '2006-07', []],
    ['the month before it', '1990-07-31', '2006-06', REFUSED],
    ['the birthday unknown', undefined, '1950-01', []],
  ])('%s', (_, birthDate, accountingStartDate, expected) => {
    expect(
      verdicts(accountingStart, { personal: { birthDate }, employment: { accountingStartDate } }),
    ).toEqual(expected)
  })

  it('does not compare with part-time education', () => {
    const answers = { employment: { accountingStartDate: '2012-06' }, education: { ptGradDate: '2015-07' } }
    expect(verdicts(accountingStart, answers)).toEqual([])
  })

  it('names both dates, the page of the other one, and whom to ask (D5)', () => {
    const answers = { employment: { accountingStartDate: '2012-06' }, education: { ftGradDate: '2012-07' } }
    const [issue] = issuesOf(accountingStart, answers)
    expect(issue?.see).toEqual({ part: 'education', field: 'ftGradDate' })
    for (const words of [
      '会计从事时间不得早于全日制学历（学位）获取时间',
      '2012 年 6 月',
      '2012 年 7 月',
      '学历信息',
      '联系我们',
    ]) {
      expect(issue?.message).toContain(words)
    }
  })
})
