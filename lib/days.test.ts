import { expect, it } from 'vitest'
import { daysBetween, isDay, shiftDay, weekdayOf } from './days.ts'

it.each([
  ['2026-11-24', true],
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['2026-11-24T00', false],
  ['', false],
])('%s is a day: %s', (text, yes) => {
  expect(isDay(text)).toBe(yes)
})

it.each([
  ['2026-12-31', 1, '2027-01-01'],
  ['2028-03-01', -1, '2028-02-29'],
  ['2026-11-24', 0, '2026-11-24'],
])('%s and %i days is %s', (day, days, shifted) => {
  expect(shiftDay(day, days)).toBe(shifted)
  expect(daysBetween(day, shifted)).toBe(days)
})

it.each([
  ['2026-11-22', 0],
  ['2026-11-24', 2],
  ['2026-11-28', 6],
])('%s is weekday %i', (day, weekday) => {
  expect(weekdayOf(day)).toBe(weekday)
})
