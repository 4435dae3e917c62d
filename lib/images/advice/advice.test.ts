import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { LIMITS, type SlotKind } from '#lib/collection/limits'
import { type Advice, noticedIn } from '#lib/collection/picture-flags'
import { conform } from '../conform.ts'
import { type Shot, screenshot, shotOf } from './testing.ts'

async function adviceOn(bytes: Buffer, kind: SlotKind): Promise<readonly Advice[]> {
  const made = await conform(bytes, LIMITS[kind])
  if ('code' in made) throw new Error(`refused: ${made.code}`)
  return made.advice
}

const DIPLOMA = 'wangfang-diploma.jpg'
const QUALIFICATION = 'zhangwei-qualification.jpg'
const PORTRAIT = 'liuyang-portrait.jpg'

/** Pairs on either side of a threshold: what fixes `thresholds.ts`. */
const SHOTS: readonly (readonly [string, SlotKind, string, Shot, readonly string[]])[] = [
  ['a good one', 'education', DIPLOMA, {}, []],
  ['grain of a dim room', 'education', DIPLOMA, { grain: 20 }, []],
  ['a little soft, still read', 'education', DIPLOMA, { blur: 1.2 }, []],
  ['small print gone', 'education', DIPLOMA, { blur: 1.8 }, ['blur']],
  ['grain does not hide the blur', 'education', DIPLOMA, { blur: 2.5, grain: 12 }, ['blur']],
  ['80 000 bytes are no blur', 'qualification', QUALIFICATION, {}, []],
  ['blurred at 80 000 bytes', 'qualification', QUALIFICATION, { blur: 1.8 }, ['blur']],
  ['a sparkle', 'education', DIPLOMA, { lamp: 0.05 }, []],
  ['a lamp over the text', 'education', DIPLOMA, { lamp: 0.15 }, ['glare']],
  ['a lamp over most of it', 'education', DIPLOMA, { lamp: 0.3 }, ['glare']],
  ['white paper everywhere', 'education', DIPLOMA, { light: 1.2 }, []],
  ['evening light', 'education', DIPLOMA, { light: 0.6 }, []],
  ['light from one side', 'education', DIPLOMA, { falls: 0.4 }, []],
  ['too dark', 'education', DIPLOMA, { light: 0.45 }, ['dark']],
  ['a good portrait', 'portrait', PORTRAIT, {}, []],
  ['a soft portrait', 'portrait', PORTRAIT, { blur: 0.8 }, []],
  ['a blurred portrait', 'portrait', PORTRAIT, { blur: 1.8 }, ['blur']],
  ['a dark portrait', 'portrait', PORTRAIT, { light: 0.4 }, ['background', 'dark']],
]

describe('a picture is judged softly (D7)', () => {
  it.each(SHOTS)('%s (%s)', async (_, kind, file, shot, flags) => {
    expect(noticedIn(await adviceOn(await shotOf(file, shot), kind))).toEqual(flags)
  })

  it.each([
    ['an iPhone', 1290, 2796, 0, ['screenshot']],
    ['20:9', 1080, 2400, 0, ['screenshot']],
    ['16:9', 1080, 1920, 0, ['screenshot']],
    ['a photo of that page', 1080, 2400, 6, []],
    ['no phone has this shape', 1080, 1600, 0, []],
  ] as const)('a screenshot: %s', async (_, width, height, grain, flags) => {
    const advice = await adviceOn(await screenshot(width, height, grain), 'education')
    expect(noticedIn(advice)).toEqual(flags)
  })

  it('says nothing of a sheet on which nothing is', async () => {
    const blank = { create: { width: 900, height: 700, channels: 3 as const, background: '#f4f1e8' } }
    expect(await adviceOn(await sharp(blank).jpeg().toBuffer(), 'education')).toEqual([])
  })

  it('is plain data with its figures', async () => {
    const advice = await adviceOn(await shotOf(DIPLOMA, { blur: 1.8 }), 'education')
    expect(structuredClone(advice)).toEqual(advice)
    expect(advice.map(({ flag }) => flag)).toEqual(['blur', 'glare', 'dark', 'screenshot'])
    const blur = advice.find(({ flag }) => flag === 'blur')
    expect(blur?.asked).toBe(0.7)
    expect(blur?.measured).toBeGreaterThan(0.2)
    expect(blur?.measured).toBeLessThan(0.7)
  })
})
