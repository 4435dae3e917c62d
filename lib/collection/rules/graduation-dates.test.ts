import { describe, expect, it } from 'vitest'
import { graduationDates } from './graduation-dates.ts'
import { issuesOf, verdicts } from './testing.ts'

describe('R20: graduation', () => {
  it.each([
    ['this month', '2022-09', '2026-07', []],
    ['case 45: next month', '2022-09', '2026-08', ['R20']],
    ['case 45: next year', '2022-09', '2027-06', ['R20']],
    ['a month after enrolment', '2008-09', '2008-10', []],
    ['the month of enrolment', '2008-09', '2008-09', ['V-DATE']],
    ['before enrolment', '2008-09', '2008-08', ['V-DATE']],
    ['enrolment unknown', undefined, '2012-07', []],
    ['graduation unknown', '2008-09', undefined, []],
  ])('%s, full-time and part-time alike', (_, from, to, codes) => {
    const full = { education: { ftEnrollDate: from, ftGradDate: to } }
    const part = { education: { ptEnrollDate: from, ptGradDate: to } }
    expect(verdicts(graduationDates, full)).toEqual(codes.map((c) => `error step ${c} education.ftGradDate`))
    expect(verdicts(graduationDates, part)).toEqual(codes.map((c) => `error step ${c} education.ptGradDate`))
  })

  it('says what does not count', () => {
    const [issue] = issuesOf(graduationDates, { education: { ftGradDate: '2027-06' } })
    expect(issue?.message).toContain('没有拿到毕业证的不算')
    expect(issue?.message).toContain('2027 年 6 月')
  })
})
