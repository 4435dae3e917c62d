import { describe, expect, it } from 'vitest'
import { type Goal, lineOf, verdictOf } from './report.ts'
import { compete, type Measured, median } from './rounds.ts'

const measuredAs = (ratio: number, off: number): Measured => {
  const spread = (at: number) => ({ median: at, low: at, high: at, off })
  return { unit: 'ms', first: 1, second: ratio, ratio: spread(ratio), same: spread(1) }
}

describe('a goal', () => {
  it.each<[number, number, Goal, string]>([
    [1.1, 0.05, { most: 1.2 }, 'met'],
    [1.2, 0, { most: 1.2 }, 'met'],
    [1.21, 0, { most: 1.2 }, 'missed'],
    [1.21, 0.05, { most: 1.2 }, 'undecided'],
    [1.19, 0.05, { most: 1.2 }, 'undecided'],
    [1.3, 0.05, { most: 1.2 }, 'missed'],
    [5.1, 0.01, { least: 5 }, 'met'],
    [5.1, 0.05, { least: 5 }, 'undecided'],
    [4, 0.05, { least: 5 }, 'missed'],
  ])('of a ratio %s with a noise of %s: %o is %s', (ratio, off, goal, verdict) => {
    expect(verdictOf({ metric: 'P', what: '', measured: measuredAs(ratio, off), goal })).toBe(verdict)
  })

  it('may be set on another value than the ratio, which then has no noise', () => {
    const row = { metric: 'P', what: 'start', measured: measuredAs(9, 1), goal: { most: 3 } }
    expect(verdictOf({ ...row, value: 2.9 })).toBe('met')
    expect(verdictOf({ ...row, value: -0.5 })).toBe('met')
    expect(verdictOf({ ...row, value: 3.1 })).toBe('missed')
    expect(lineOf({ ...row, value: 3.1 })).toMatch(
      /^\| P \| start \| 1.00 ms \| 9.00 ms \|.*\| 3.10 \| ≤ 3 \| missed \|$/,
    )
  })
})

it.each([
  [[3, 1, 2], 2],
  [[4, 1, 3, 2], 2.5],
  [[1, 1, 9], 1],
])('the median of %o is %s', (values, middle) => {
  expect(median(values)).toBe(middle)
})

it('contestants take turns, the order turned round, and the first round does not count', async () => {
  const order: string[] = []
  let n = 0
  const first = async () => {
    order.push('a')
    return n++ === 0 ? 1_000 : 2
  }
  const second = async () => {
    order.push('b')
    return 3
  }
  const measured = await compete(first, second, { rounds: 2, unit: 'ms' })
  expect(order.join('')).toBe('abaabaaba')
  expect(measured).toMatchObject({ first: 2, second: 3, ratio: { median: 1.5, high: 1.5 }, same: { off: 0 } })
})
