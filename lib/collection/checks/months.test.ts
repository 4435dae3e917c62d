import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, monthsBetween, wholeYears } from './months.ts'

const month = fc
  .tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }))
  .map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`)

describe('whole years of work (R28, D6)', () => {
  it.each([
    ['2016-07', 10],
    ['2016-08', 9],
    ['2015-07', 11],
    ['2026-07', 0],
    ['2025-08', 0],
    ['2025-07', 1],
    ['2026-08', 0],
  ])('from %s to 2026-07 are %i', (start, years) => {
    expect(wholeYears(start, '2026-07-01')).toBe(years)
  })

  it('does not look at the day', () => {
    expect(wholeYears('2016-07', '2026-07-31')).toBe(wholeYears('2016-07', '2026-07-01'))
  })

  it('never claims more than the months allow, nor a year less', () => {
    fc.assert(
      fc.property(month, fc.nat(1200), (start, count) => {
        const years = wholeYears(start, addMonths(start, count))
        expect(years * 12).toBeLessThanOrEqual(count)
        expect((years + 1) * 12).toBeGreaterThan(count)
      }),
      { seed: 5, numRuns: 200 },
    )
  })
})

describe('months', () => {
  it.each([
    ['2012-12', 1, '2013-01'],
    ['2012-01', -1, '2011-12'],
    ['2012-07', 0, '2012-07'],
    ['2012-07', 18, '2014-01'],
  ])('%s and %i is %s', (from, count, to) => {
    expect(addMonths(from, count)).toBe(to)
  })

  it('are counted back to what was added', () => {
    fc.assert(
      fc.property(month, fc.integer({ min: -600, max: 600 }), (from, count) => {
        expect(monthsBetween(from, addMonths(from, count))).toBe(count)
      }),
      { seed: 6, numRuns: 200 },
    )
  })
})
