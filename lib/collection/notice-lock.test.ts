import { describe, expect, it } from 'vitest'
import { secondsLeft } from './notice-lock.ts'

const opened = new Date('2026-07-01T08:00:00+08:00')
const after = (ms: number) => new Date(opened.getTime() + ms)

describe('R13: thirty seconds from the first showing', () => {
  it.each([
    [0, 30],
    [1, 30],
    [1000, 29],
    [29_000, 1],
    [29_999, 1],
    [30_000, 0],
    [31_000, 0],
    [-5000, 35],
  ])('%i ms after the opening %i seconds are left', (ms, left) => {
    expect(secondsLeft(opened, after(ms), 30)).toBe(left)
  })
})
