import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  addWorkingDays,
  followProvince,
  isWorkingDay,
  overdueBefore,
  workingDaysBetween,
} from './working-days.ts'

describe('isWorkingDay', () => {
  test.each([
    ['2026-11-23', true, 'a Monday'],
    ['2026-11-22', false, 'a Sunday'],
    ['2026-10-05', false, 'a Monday of the national holiday'],
    ['2026-10-08', true, 'the day after it'],
    ['2026-10-10', true, 'a Saturday that is worked'],
    ['2026-02-23', false, 'the last day of the spring festival'],
    ['2026-02-24', true, 'the day after it'],
    ['2031-10-01', true, 'a year without a row: a Wednesday'],
  ])('%s: %s (%s)', (day, works) => expect(isWorkingDay(day)).toBe(works))
})

describe('the province’s own days', () => {
  const days = new Map([
    ['2026-11-23', false],
    ['2026-11-22', true],
    ['2026-10-05', true],
  ])
  beforeEach(() => followProvince(days))
  afterEach(() => followProvince(new Map()))

  test.each([
    ['2026-11-23', false, 'a Monday off'],
    ['2026-11-22', true, 'a Sunday worked'],
    ['2026-10-05', true, 'a day of the national holiday worked all the same'],
    ['2026-11-24', true, 'every other day as before'],
  ])('%s: %s (%s)', (day, works) => expect(isWorkingDay(day)).toBe(works))

  test('count in what is overdue and in what is promised', () => {
    expect(workingDaysBetween('2026-11-20', '2026-11-24')).toBe(2)
    expect(addWorkingDays('2026-11-20', 2)).toBe('2026-11-24')
  })
})

describe('workingDaysBetween', () => {
  test.each([
    ['2026-11-23', '2026-11-23', 0],
    ['2026-11-20', '2026-11-22', 0],
    ['2026-11-20', '2026-11-23', 1],
    ['2026-11-16', '2026-11-23', 5],
    ['2026-11-13', '2026-11-23', 6],
    ['2026-09-30', '2026-10-08', 1],
    ['2026-09-30', '2026-10-10', 3],
  ])('%s to %s: %i', (from, to, days) => expect(workingDaysBetween(from, to)).toBe(days))
})

const day = fc
  .integer({ min: 0, max: 2000 })
  .map((n) => new Date(Date.UTC(2024, 0, 1) + n * 86_400_000).toISOString().slice(0, 10))

test('what was submitted on the limit is not overdue, the day before is when more than the limit has passed', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 8 }), (today, days) => {
      const limit = overdueBefore(today, days)
      expect(workingDaysBetween(limit, today)).toBeLessThanOrEqual(days)
      const earlier = new Date(Date.parse(limit) - 86_400_000).toISOString().slice(0, 10)
      expect(workingDaysBetween(earlier, today)).toBeGreaterThan(days)
    }),
  )
})

test('adding working days is the inverse of counting them', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 10 }), (from, count) => {
      const due = addWorkingDays(from, count)
      expect(workingDaysBetween(from, due)).toBe(count)
      expect(isWorkingDay(due)).toBe(true)
    }),
  )
})
