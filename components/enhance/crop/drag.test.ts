import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heightOf, inside, scaled } from '#lib/collection/frame'
import { pulled } from './drag.ts'

const PICTURE = { width: 1000, height: 1400 }
const KEPT = { width: 295, height: 413 }
const FRAME = { x: 0.2, y: 0.2, width: 0.5 }

describe('a corner that is pulled', () => {
  it.each([
    ['se', 0.1, { x: 0.2, y: 0.2, width: 0.6 }],
    ['ne', 0.1, { x: 0.2, y: 0.1, width: 0.6 }],
    ['sw', -0.1, { x: 0.1, y: 0.2, width: 0.6 }],
    ['nw', 0.1, { x: 0.3, y: 0.3, width: 0.4 }],
    ['se', -0.9, { x: 0.2, y: 0.2, width: 0.295 }],
  ] as const)('%s by %d', (corner, across, expected) => {
    const frame = pulled(FRAME, corner, across, PICTURE, KEPT)
    for (const name of ['x', 'y', 'width'] as const) expect(frame[name]).toBeCloseTo(expected[name], 6)
  })

  it('stays inside, whatever is pulled', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    const corner = fc.constantFrom('nw', 'ne', 'sw', 'se')
    fc.assert(
      fc.property(
        share,
        share,
        share,
        corner,
        fc.double({ min: -2, max: 2, noNaN: true }),
        (x, y, w, at, by) => {
          const start = scaled(inside({ x, y, width: Math.max(0.1, w) }, PICTURE, KEPT), 1, PICTURE, KEPT)
          const { width, ...left } = pulled(start, at, by, PICTURE, KEPT)
          expect(left.x >= 0 && left.x + width <= 1 + 1e-9).toBe(true)
          expect(left.y >= 0 && left.y + heightOf(width, PICTURE, KEPT) <= 1 + 1e-9).toBe(true)
          expect(width).toBeGreaterThanOrEqual(0.295 - 1e-9)
        },
      ),
    )
  })
})
