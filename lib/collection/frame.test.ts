import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  boxOf,
  type Frame,
  heightOf,
  inside,
  MOVES,
  moved,
  pixelsOf,
  readFrame,
  scaled,
  USUAL,
  usualFrame,
  widthsOf,
  writeFrame,
} from './frame.ts'

const KEPT = { width: 295, height: 413 }
const side = fc.integer({ min: 413, max: 2400 })
const sizes = fc.record({ width: side, height: side })
const share = fc.double({ min: 0, max: 1, noNaN: true })
const frames = fc.record({ x: share, y: share, width: fc.double({ min: 0.05, max: 1, noNaN: true }) })
const lies = ({ x, y, width }: Frame, picture: typeof KEPT) =>
  x >= 0 && y >= 0 && x + width <= 1 + 1e-9 && y + heightOf(width, picture, KEPT) <= 1 + 1e-9

describe('frames of a portrait (D7)', () => {
  it('always lie inside the picture, wherever they are moved', () => {
    fc.assert(
      fc.property(
        sizes,
        frames,
        fc.array(fc.constantFrom(...MOVES), { maxLength: 40 }),
        (picture, f, moves) => {
          const start = scaled(inside(f, picture, KEPT), 1, picture, KEPT)
          const end = moves.reduce((frame, move) => moved(frame, move, picture, KEPT), start)
          expect(lies(end, picture)).toBe(true)
          const { width, height } = pixelsOf(end, picture, KEPT)
          expect(width).toBeGreaterThanOrEqual(295)
          expect(height).toBeGreaterThanOrEqual(413)
          expect(width).toBeLessThanOrEqual(picture.width)
          expect(height).toBeLessThanOrEqual(picture.height)
          const box = boxOf(end, picture, KEPT)
          expect([box.width, box.height]).toEqual([width, height])
          expect(box.x >= 0 && box.x + width <= picture.width).toBe(true)
          expect(box.y >= 0 && box.y + height <= picture.height).toBe(true)
        },
      ),
    )
  })

  it('are the largest that fit in the three usual places', () => {
    fc.assert(
      fc.property(sizes, fc.constantFrom(...USUAL), (picture, usual) => {
        const frame = usualFrame(usual, picture, KEPT)
        expect(lies(frame, picture)).toBe(true)
        expect(frame.width).toBe(widthsOf(picture, KEPT).most)
        const { width, height } = pixelsOf(frame, picture, KEPT)
        expect(width >= 295 && height >= 413).toBe(true)
      }),
    )
  })

  it('survive being written and read', () => {
    fc.assert(
      fc.property(frames, (frame) => {
        const written = writeFrame(frame)
        const back = readFrame((name) => written[name])
        for (const name of ['x', 'y', 'width'] as const) expect(back?.[name]).toBeCloseTo(frame[name], 4)
      }),
    )
  })

  it.each([
    ['tall', { width: 1000, height: 2000 }, { least: 0.295, most: 1 }],
    ['wide', { width: 2000, height: 826 }, { least: 0.1475, most: 0.295 }],
    ['just large enough', { width: 295, height: 413 }, { least: 1, most: 1 }],
  ])('%s: how narrow and how wide', (_, picture, { least, most }) => {
    const widths = widthsOf(picture, KEPT)
    expect(widths.least).toBeCloseTo(least, 6)
    expect(widths.most).toBeCloseTo(most, 6)
  })

  it('step by a twentieth of the frame, and back to where they were', () => {
    const picture = { width: 1000, height: 1400 }
    const frame = { x: 0.2, y: 0.2, width: 0.5 }
    expect(moved(frame, 'right', picture, KEPT).x).toBeCloseTo(0.225, 6)
    expect(moved(frame, 'down', picture, KEPT).y).toBeCloseTo(0.225, 6)
    const back = moved(moved(frame, 'closer', picture, KEPT), 'wider', picture, KEPT)
    expect(back.x).toBeCloseTo(frame.x, 6)
    expect(back.width).toBeCloseTo(frame.width, 6)
    expect(moved({ ...frame, x: 0 }, 'left', picture, KEPT).x).toBe(0)
  })

  it.each([
    ['', '0', '1'],
    ['0', '0', '0'],
    ['0', '-0.1', '0.5'],
    ['0', '1.5', '0.5'],
    ['0', 'NaN', '0.5'],
    ['1e-3', '0', '0.5'],
    ['0', '0', 'Infinity'],
  ])('x=%s y=%s width=%s is none', (x, y, width) => {
    expect(readFrame((name) => ({ x, y, width })[name])).toBeUndefined()
  })
})
