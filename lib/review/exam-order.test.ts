import { describe, expect, test } from 'vitest'
import type { ExamWindow } from '#lib/exam'
import { examOrder, nextClosing } from './exam-order.ts'

const window = (exam: ExamWindow['exam'], opens: string, closes: string): ExamWindow => ({
  exam,
  name: exam,
  opens,
  closes,
  examDate: undefined,
  example: true,
})
const SENIOR_26 = window('senior', '2026-01-06', '2026-01-24')
const MIDDLE_26 = window('intermediate', '2026-06-17', '2026-07-02')
const SENIOR_27 = window('senior', '2027-01-05', '2027-01-23')
const MIDDLE_27 = window('intermediate', '2027-06-16', '2027-07-01')
const ALL = [SENIOR_26, MIDDLE_26, SENIOR_27, MIDDLE_27]

describe('which exam comes first (D19)', () => {
  test.each([
    ['the first closes on this very day', ALL, '2026-01-24', ['senior', 'intermediate', 'none']],
    ['the day after, the other closes next', ALL, '2026-01-25', ['intermediate', 'senior', 'none']],
    ['open until today', ALL, '2026-07-02', ['intermediate', 'senior', 'none']],
    ['closed yesterday', ALL, '2026-07-03', ['senior', 'intermediate', 'none']],
    [
      'one still to come before one that is past',
      [SENIOR_26, MIDDLE_27],
      '2026-03-01',
      ['intermediate', 'senior', 'none'],
    ],
    [
      'an open one before a past one of the other',
      [MIDDLE_26, SENIOR_27],
      '2027-01-10',
      ['senior', 'intermediate', 'none'],
    ],
    [
      'both past: the latest in front',
      [SENIOR_26, MIDDLE_26],
      '2026-08-01',
      ['intermediate', 'senior', 'none'],
    ],
    ['both past, the other way', [MIDDLE_26, SENIOR_27], '2027-02-01', ['senior', 'intermediate', 'none']],
    ['a past one before none at all', [SENIOR_26], '2026-03-01', ['senior', 'intermediate', 'none']],
    [
      'the same day',
      [window('senior', '2026-06-01', '2026-07-02'), MIDDLE_26],
      '2026-06-20',
      ['intermediate', 'senior', 'none'],
    ],
    ['no windows', [], '2026-07-01', ['intermediate', 'senior', 'none']],
  ])('%s', (_, windows, today, order) => {
    expect(examOrder(windows, today)).toEqual(order)
    expect(examOrder([...windows].reverse(), today)).toEqual(order)
  })

  test.each([
    ['senior', '2026-01-24', '2026-01-24'],
    ['senior', '2026-01-25', '2027-01-23'],
    ['senior', '2027-01-24', undefined],
    ['none', '2026-01-01', undefined],
  ] as const)('%s closes next from %s: %s', (exam, today, day) => {
    expect(nextClosing([...ALL].reverse(), exam, today)).toBe(day)
  })
})
