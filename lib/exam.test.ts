import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { EXAM_WINDOWS } from './collection/codes/exam-windows.ts'
import { shiftDay } from './days.ts'
import { type ExamDeadline, examDeadline, lastSafeDay, nextWindow, reviewTime } from './exam.ts'
import { deadlineWords, publicDeadline } from './exam-words.ts'
import { addWorkingDays, followProvince, workingDaysBetween } from './working-days.ts'

const WINDOWS = EXAM_WINDOWS.map((window) => ({
  ...window,
  name: `${window.year} 年${window.exam === 'senior' ? '高级' : '中级'}资格考试`,
  examDate: undefined,
}))
const took = (eighty: number) => ({ decisions: 40, since: '2026-06-01', median: 1, eighty })

afterEach(() => followProvince(new Map()))

describe('how long a review is taken to last', () => {
  it.each([
    ['too few decisions', undefined, 5, false],
    ['eight in ten on the same day', took(0), 1, true],
    ['within one', took(1), 1, true],
    ['within the three that are promised', took(3), 3, true],
    ['slower than allowed', took(9), 9, true],
  ])('%s: %j → %i', (_, waits, days, measured) => {
    expect(reviewTime(waits)).toEqual({ days, measured })
  })
})

describe('the last safe day', () => {
  it.each([
    ['2026-07-02', 0, '2026-07-02', 'nothing to wait for'],
    ['2026-07-02', 1, '2026-07-01', 'a Thursday'],
    ['2026-07-02', 5, '2026-06-25', 'over a weekend'],
    ['2026-06-22', 1, '2026-06-21', 'a Monday: the Sunday before, a holiday'],
    ['2026-06-22', 2, '2026-06-17', 'before a holiday of three days'],
    ['2026-10-08', 1, '2026-10-07', 'the first day after the national holiday'],
    ['2026-10-10', 2, '2026-10-08', 'a Saturday that is worked'],
    ['2026-10-09', 3, '2026-09-29', 'across the whole holiday'],
    ['2026-02-28', 1, '2026-02-27', 'a worked Saturday at the end'],
    ['2027-01-23', 5, '2027-01-17', 'a Saturday that is not worked, in a year without a row'],
    ['2027-01-24', 5, '2027-01-17', 'the Sunday after it'],
  ])('closes %s, %i working days: %s (%s)', (closes, days, last) => {
    expect(lastSafeDay(closes, days)).toBe(last)
  })

  it('goes by the province’s own days', () => {
    followProvince(
      new Map([
        ['2026-07-01', false],
        ['2026-06-28', true],
      ]),
    )
    expect(lastSafeDay('2026-07-02', 1)).toBe('2026-07-01')
    expect(lastSafeDay('2026-07-02', 2)).toBe('2026-06-29')
    expect(lastSafeDay('2026-07-02', 4)).toBe('2026-06-27')
  })

  it('is the last from which the review ends in time', () => {
    const day = fc.integer({ min: 0, max: 1000 }).map((n) => shiftDay('2025-06-01', n))
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 20 }), (closes, days) => {
        const last = lastSafeDay(closes, days)
        expect(addWorkingDays(last, days) <= closes).toBe(true)
        expect(addWorkingDays(shiftDay(last, 1), days) > closes).toBe(true)
        expect(workingDaysBetween(last, closes)).toBe(days)
      }),
    )
  })
})

describe('D19: until when to submit', () => {
  it.each([
    ['intermediate', '2026-06-01', undefined, 'safe', '2026-07-02', '2026-06-25'],
    ['intermediate', '2026-06-25', undefined, 'safe', '2026-07-02', '2026-06-25'],
    ['intermediate', '2026-06-26', undefined, 'late', '2026-07-02', '2026-06-25'],
    ['intermediate', '2026-06-26', took(2), 'safe', '2026-07-02', '2026-06-30'],
    ['intermediate', '2026-07-01', took(2), 'late', '2026-07-02', '2026-06-30'],
    ['intermediate', '2026-06-22', took(9), 'late', '2026-07-02', '2026-06-21'],
    ['intermediate', '2026-07-01', took(0), 'safe', '2026-07-02', '2026-07-01'],
    ['intermediate', '2026-07-02', took(0), 'late', '2026-07-02', '2026-07-01'],
    ['intermediate', '2026-07-03', undefined, 'safe', '2027-07-01', '2027-06-24'],
    ['senior', '2026-11-24', undefined, 'safe', '2027-01-23', '2027-01-17'],
  ] as const)('%s on %s, %j: %s', (exam, today, waits, state, closes, lastSafe) => {
    expect(examDeadline(WINDOWS, exam, today, waits)).toMatchObject({ state, window: { closes }, lastSafe })
  })

  it.each([
    ['intermediate', '2027-07-01', 'late'],
    ['intermediate', '2027-07-02', 'closed'],
    ['senior', '2027-01-24', 'closed'],
  ])('%s on %s, when nothing is known after it: %s', (exam, today, state) => {
    const found = examDeadline(WINDOWS, exam, today, undefined)
    expect(found).toMatchObject({ state, window: { year: 2027, exam } })
    expect(nextWindow(WINDOWS, exam, today) === undefined).toBe(state === 'closed')
  })

  it.each([undefined, 'none', 'nonsense'])('says nothing for %s', (exam) => {
    expect(examDeadline(WINDOWS, exam, '2026-06-01', undefined)).toBeUndefined()
  })
})

describe('in words', () => {
  const [window] = WINDOWS.filter((w) => w.year === 2027 && w.exam === 'senior')
  if (!window) throw new Error('no window')
  const review = { days: 2, measured: true }
  const open = (state: 'safe' | 'late', more: object = {}): ExamDeadline => ({
    state,
    window,
    lastSafe: '2027-01-20',
    review,
    ...more,
  })
  const said = (deadline: ExamDeadline) => {
    const { title, sentences } = deadlineWords(deadline, '金水区财政局')
    return [title, ...sentences]
  }

  it('in time, by what the office has taken', () => {
    expect(said(open('safe'))).toEqual([
      '最晚请在 2027 年 1 月 20 日提交',
      '2027 年高级资格考试报名（示例）：2027 年 1 月 5 日至 2027 年 1 月 23 日。',
      '金水区财政局近期八成的申请在 2 个工作日内办结，这一天提交的，一般在报名截止前办结。',
    ])
  })

  it('in time, where too little is known of the office, and the day of the exam is', () => {
    const dated = { ...window, example: false, examDate: '2027-05-15' }
    expect(said(open('safe', { review: { days: 5, measured: false }, window: dated }))).toEqual([
      '最晚请在 2027 年 1 月 20 日提交',
      '2027 年高级资格考试报名：2027 年 1 月 5 日至 2027 年 1 月 23 日，考试从 2027 年 5 月 15 日开始。',
      '金水区财政局近期办结的件数少，按 5 个工作日计算，这一天提交的，一般在报名截止前办结。',
    ])
  })

  it('late', () => {
    expect(said(open('late'))).toEqual([
      '可能来不及，请尽快提交并联系金水区财政局',
      '2027 年高级资格考试报名（示例）：2027 年 1 月 5 日至 2027 年 1 月 23 日。',
      '金水区财政局近期八成的申请在 2 个工作日内办结，2027 年 1 月 20 日以后提交的，报名截止前不一定能办结。',
    ])
  })

  it('closed', () => {
    expect(said({ state: 'closed', window })[0]).toBe('2027 年高级资格考试的报名已于 2027 年 1 月 23 日截止')
  })

  it('for everybody', () => {
    const line = '2027 年高级资格考试报名（示例）：2027 年 1 月 5 日至 2027 年 1 月 23 日。'
    expect(publicDeadline(open('safe'))).toBe(`${line}最晚请在 2027 年 1 月 20 日提交。`)
    expect(publicDeadline(open('late'))).toBe(`${line}可能来不及，请尽快提交并联系财政局。`)
    expect(publicDeadline({ state: 'closed', window })).toBeUndefined()
  })
})
