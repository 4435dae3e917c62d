import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Size } from '#lib/collection/frame'
import { LIMITS, type PictureLimit } from '#lib/collection/limits'
import { fitCertificate } from '#lib/images/certificate'
import type { Made } from '#lib/images/made'
import { from } from './corpus/bases.ts'
import { certificate, type Painting, photograph, screenshot } from './corpus/paint.ts'

const pixelsOf = (p: Painting) => ({ ...p, channels: 3 as const })
async function fitted(p: Painting, limit: PictureLimit): Promise<Made> {
  const made = await fitCertificate(pixelsOf(p), limit)
  if ('code' in made) throw new Error(made.code)
  return made
}

/** The smallest print of the painted certificate, at the size of the image. */
async function printOf(image: Buffer, { width, height }: Size): Promise<Float64Array> {
  const unit = Math.min(width, height) / 100
  const area = {
    left: Math.round(14 * unit),
    top: Math.round(78 * unit),
    width: Math.round(width / 2 - 4 * unit),
    height: Math.round(8 * unit),
  }
  return Float64Array.from(await sharp(image).extract(area).greyscale().raw().toBuffer())
}

const mean = (values: Float64Array) => values.reduce((sum, v) => sum + v, 0) / values.length

/**
 * How alike the strokes are to those of a perfect camera and a perfect encoder: correlation, 1 is the same.
 * @param ideal the painting without noise, shrunk and not compressed
 */
async function likeness(jpeg: Buffer, ideal: Buffer, size: Size) {
  const [seen, wanted] = await Promise.all([printOf(jpeg, size), printOf(ideal, size)])
  const [a, b] = [mean(seen), mean(wanted)]
  let [both, first, second] = [0, 0, 0]
  for (const [n, value] of seen.entries()) {
    const [x, y] = [value - a, (wanted[n] ?? 0) - b]
    both += x * y
    first += x * x
    second += y * y
  }
  return both / Math.sqrt(first * second)
}

const idealOf = (p: Painting, { width, height }: Size) =>
  from(p).resize(width, height, { fit: 'fill' }).png().toBuffer()

const PHONES = [
  [4000, 3000, 24, 0.3],
  [2048, 1536, 48, 0.5],
  [1280, 960, 12, 0.2],
  [1536, 2048, 24, 0.3],
] as const
/** The strokes of a number are clear to the eye from about 0.96 on. */
const LEGIBLE = 0.96

describe('small print stays legible', () => {
  it.each(
    (['education', 'qualification'] as const).flatMap((kind) =>
      PHONES.map((phone) => [kind, ...phone] as const),
    ),
  )('%s, %i×%i, noise %i', async (kind, width, height, noise, uneven) => {
    const painted = certificate(width, height)
    const clean = { ...painted, data: Buffer.from(painted.data) }
    const made = await fitted(photograph(painted, 5, noise, uneven), LIMITS[kind])
    const found = await likeness(made.jpeg, await idealOf(clean, made), made)
    expect(found).toBeGreaterThan(LEGIBLE)
  })

  it('a picture that is squeezed into the bytes at full size fails this measure', async () => {
    const painted = certificate(4000, 3000)
    const ideal = await idealOf(painted, { width: 1600, height: 1200 })
    const taken = photograph(painted, 5, 24, 0.3)
    const jpeg = await from(taken).resize(1600, 1200).jpeg({ quality: 4 }).toBuffer()
    expect(await likeness(jpeg, ideal, { width: 1600, height: 1200 })).toBeLessThan(LEGIBLE)
  })
})

describe('the limits hold', () => {
  it.each([
    ['education', 700, 500],
    ['qualification', 701, 501],
    ['education', 921, 691],
    ['qualification', 1601, 1201],
    ['education', 2400, 700],
    ['qualification', 700, 1100],
  ] as const)('%s of %i×%i', async (kind, width, height) => {
    const limit = LIMITS[kind]
    const made = await fitted(photograph(certificate(width, height), 2, 10, 0.2), limit)
    const told = await sharp(made.jpeg).metadata()
    expect([told.width, told.height]).toEqual([made.width, made.height])
    expect(made.jpeg.length).toBeLessThanOrEqual(limit.maxBytes)
    expect(made.width).toBeGreaterThanOrEqual(limit.minWidth)
    expect(made.height).toBeGreaterThanOrEqual(limit.minHeight)
    expect(made.width <= width && made.height <= height).toBe(true)
    expect(made.changes).toEqual(made.width === width ? [] : ['shrunk'])
  })

  it('any noise, any limit of bytes: it fits or is refused, and is never enlarged or below the minimum', async () => {
    const pictures = fc.record({
      width: fc.integer({ min: 700, max: 1300 }),
      height: fc.integer({ min: 500, max: 1300 }),
      noise: fc.integer({ min: 0, max: 255 }),
      maxBytes: fc.integer({ min: 8000, max: 200_000 }),
    })
    await fc.assert(
      fc.asyncProperty(pictures, async ({ width, height, noise, maxBytes }) => {
        const taken = photograph(screenshot(width, height), noise, noise, 0.2)
        const made = await fitCertificate(pixelsOf(taken), { ...LIMITS.education, maxBytes })
        if ('code' in made) return
        expect(made.jpeg.length).toBeLessThanOrEqual(maxBytes)
        expect(made.width).toBeGreaterThanOrEqual(700)
        expect(made.height).toBeGreaterThanOrEqual(500)
        expect(made.width <= width && made.height <= height).toBe(true)
      }),
      { numRuns: 5, seed: 20261124 },
    )
  })
})
