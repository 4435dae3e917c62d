import { describe, expect, it } from 'vitest'
import { frameOf } from './frame-of.ts'

const PICTURE = { width: 1000, height: 2000 }
const KEPT = { width: 295, height: 413 }
const at = { x: '0.20000', y: '0.30000', width: '0.50000' }

describe('the frame of the crop page', () => {
  it('is the kept one at first', () => {
    expect(frameOf({}, undefined, PICTURE, KEPT)).toMatchObject({ x: 0, width: 1 })
    expect(frameOf({}, 'top', PICTURE, KEPT)).toMatchObject({ x: 0, y: 0, width: 1 })
    const own = { x: 0.1, y: 0.2, width: 0.5 }
    expect(frameOf({}, own, PICTURE, KEPT)).toEqual(own)
  })

  it.each([
    ['left', { x: 0.175, y: 0.3, width: 0.5 }],
    ['down', { x: 0.2, y: 0.3175, width: 0.5 }],
    ['closer', { width: 0.46 }],
    ['nowhere', { x: 0.2, y: 0.3, width: 0.5 }],
  ])('goes %s', (move, expected) => {
    const frame = frameOf({ ...at, move }, 'centre', PICTURE, KEPT)
    for (const [name, value] of Object.entries(expected)) expect(frame[name as 'x']).toBeCloseTo(value, 4)
  })

  it.each([
    ['too small', { ...at, width: '0.01' }, 0.295],
    ['as narrow as may be, and closer still', { ...at, width: '0.295', move: 'closer' }, 0.295],
    ['nonsense', { x: 'a', y: '0', width: '0.4' }, 1],
  ])('%s', (_, query, width) => {
    expect(frameOf(query, 'centre', PICTURE, KEPT).width).toBeCloseTo(width, 6)
  })
})
