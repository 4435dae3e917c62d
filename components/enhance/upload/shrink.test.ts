import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLarge, sizeToSend } from './shrink.ts'

const LEAST = { width: 700, height: 500 }

describe('what is shrunk before it is sent', () => {
  it.each([
    [{ width: 2600, height: 1950, bytes: 2_000_000 }, false],
    [{ width: 2601, height: 1950, bytes: 400_000 }, true],
    [{ width: 1950, height: 2601, bytes: 400_000 }, true],
    [{ width: 2000, height: 1500, bytes: 2_000_001 }, true],
  ])('%j: %s', (facts, large) => {
    expect(isLarge(facts)).toBe(large)
  })

  it.each([
    ['a phone photo', { width: 4032, height: 3024 }, { width: 2400, height: 1800 }],
    ['upright', { width: 3024, height: 4032 }, { width: 1800, height: 2400 }],
    ['heavy, but small', { width: 2000, height: 1500 }, { width: 2000, height: 1500 }],
    ['a long strip keeps its width', { width: 1000, height: 8000 }, { width: 700, height: 5600 }],
    ['a flat strip keeps its height', { width: 8000, height: 500 }, { width: 8000, height: 500 }],
  ])('%s', (_, size, sent) => {
    expect(sizeToSend(size, 2400, LEAST)).toEqual(sent)
  })

  it('never enlarges, and never goes below the minimum', () => {
    const side = fc.integer({ min: 1, max: 9000 })
    fc.assert(
      fc.property(side, side, (width, height) => {
        const sent = sizeToSend({ width, height }, 2400, LEAST)
        expect(sent.width <= width && sent.height <= height).toBe(true)
        if (width >= 700 && height >= 500) expect(sent.width >= 700 && sent.height >= 500).toBe(true)
      }),
    )
  })
})
