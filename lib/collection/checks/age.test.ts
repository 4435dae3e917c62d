import { describe, expect, it } from 'vitest'
import { ageOn } from './age.ts'

describe('completed years of age (V-AGE)', () => {
  it.each([
    ['2010-07-01', '2026-07-01', 16],
    ['2010-07-02', '2026-07-01', 15],
    ['2010-07-31', '2026-07', 16],
    ['2010-08-01', '2026-07', 15],
    ['2004-02-29', '2020-02-28', 15],
    ['2004-02-29', '2020-02-29', 16],
    ['1926-07-01', '2026-07-01', 100],
    ['2026-07-01', '2026-07-01', 0],
  ])('born %s, on %s: %i', (born, on, years) => {
    expect(ageOn(born, on)).toBe(years)
  })
})
