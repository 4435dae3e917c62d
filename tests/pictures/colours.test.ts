import sharp, { type Sharp } from 'sharp'
import { expect, it } from 'vitest'
import { LIMITS } from '#lib/collection/limits'
import { isRefusal } from '#lib/images/judge'
import { makePicture } from '#lib/uploads/make-picture'
import { from } from './corpus/bases.ts'
import { held } from './corpus/held.ts'
import { QUARTERS, quarters } from './corpus/paint.ts'

type Colour = readonly number[]
const SIZE = { width: 1000, height: 700 }
const image = () => from(quarters(SIZE.width, SIZE.height))
const linear = (v: number) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
const curved = (v: number) => (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055)
/** The grey of the same luminance (IEC 61966-2-1). */
const grey = ([r = 0, g = 0, b = 0]: Colour) => {
  const y = 0.2126 * linear(r / 255) + 0.7152 * linear(g / 255) + 0.0722 * linear(b / 255)
  return Array.from({ length: 3 }, () => Math.round(255 * curved(y)))
}

/** The colour in the middle of each quarter of what is stored, in the order of reading. */
async function seen(bytes: Buffer): Promise<Colour[]> {
  const made = await makePicture(bytes, LIMITS.education)
  if (isRefusal(made)) throw new Error(made.code)
  const { width, height } = made.picture
  const pixels = await sharp(made.picture.jpeg).raw().toBuffer()
  return QUARTERS.map((_, n) => {
    const [x, y] = [Math.round(width * (n % 2 ? 0.75 : 0.25)), Math.round(height * (n < 2 ? 0.25 : 0.75))]
    const at = (y * width + x) * 3
    return [...pixels.subarray(at, at + 3)]
  })
}

/** @param tolerance steps of 255 that a channel may be off */
async function expectColours(bytes: Buffer, expected: readonly Colour[], tolerance: number): Promise<void> {
  const found = await seen(bytes)
  const off = found.flatMap((colour, n) =>
    colour.map((value, c) => Math.abs(value - (expected[n]?.[c] ?? 0))),
  )
  expect(Math.max(...off), JSON.stringify(found)).toBeLessThanOrEqual(tolerance)
}

const half = (alpha: number): Colour[] =>
  QUARTERS.map((colour) => colour.map((value) => Math.round(255 + (value - 255) * alpha)))

const KINDS: readonly (readonly [string, (image: Sharp) => Sharp, readonly Colour[], number])[] = [
  ['JPEG', (x) => x.jpeg({ quality: 92 }), QUARTERS, 5],
  ['JPEG, colours in quarters (4:2:0)', (x) => x.jpeg({ chromaSubsampling: '4:2:0' }), QUARTERS, 5],
  ['progressive JPEG', (x) => x.jpeg({ progressive: true }), QUARTERS, 5],
  ['grey JPEG', (x) => x.greyscale().jpeg(), QUARTERS.map(grey), 6],
  ['JPEG in the colours of an iPhone', (x) => x.withIccProfile('p3').jpeg({ quality: 95 }), QUARTERS, 6],
  ['JPEG with the profile of sRGB', (x) => x.withIccProfile('srgb').jpeg({ quality: 95 }), QUARTERS, 5],
  ['PNG', (x) => x.png(), QUARTERS, 4],
  ['interlaced PNG', (x) => x.png({ progressive: true }), QUARTERS, 4],
  ['palette PNG', (x) => x.png({ palette: true }), QUARTERS, 4],
  ['PNG of 16 bits', (x) => x.toColourspace('rgb16').png(), QUARTERS, 4],
  ['grey PNG', (x) => x.greyscale().png(), QUARTERS.map(grey), 6],
  ['grey PNG of 16 bits', (x) => x.toColourspace('grey16').png(), QUARTERS.map(grey), 6],
  ['PNG half clear, on white', (x) => x.ensureAlpha(0.5).png(), half(0.5), 5],
  ['PNG of 16 bits, half clear', (x) => x.ensureAlpha(0.5).toColourspace('rgb16').png(), half(0.5), 5],
  ['PNG wholly clear, white', (x) => x.ensureAlpha(0).png(), half(0), 2],
  ['PNG in the colours of an iPhone', (x) => x.withIccProfile('p3').png(), QUARTERS, 5],
  [
    'PNG of 16 bits in the colours of an iPhone',
    (x) => x.withIccProfile('p3').toColourspace('rgb16').png(),
    QUARTERS,
    5,
  ],
]

it.each(KINDS)('%s: the colours are right', async (_, change, expected, tolerance) => {
  await expectColours(await change(image()).toBuffer(), expected, tolerance)
})

it('a very long one, made from the upload itself: the colours are right there too', async () => {
  const long = from(quarters(6000, 560)).withIccProfile('p3').toColourspace('rgb16').png()
  await expectColours(await long.toBuffer(), QUARTERS, 5)
})

it('CMYK: what the print profile can show of each colour', async () => {
  const cmyk = await image().toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer()
  // Print has no such red and blue: expected is the picture there and back by the profile itself.
  const back = await sharp(cmyk).toColourspace('srgb').png().toBuffer()
  await expectColours(cmyk, await seen(back), 4)
  const [red, green, blue, middle] = await seen(cmyk)
  expect((red?.[0] ?? 0) - (red?.[1] ?? 0)).toBeGreaterThan(100)
  expect((green?.[1] ?? 0) - (green?.[0] ?? 0)).toBeGreaterThan(60)
  expect((blue?.[2] ?? 0) - (blue?.[0] ?? 0)).toBeGreaterThan(60)
  for (const value of middle ?? []) expect(Math.abs(value - 128)).toBeLessThan(16)
})

it.each([1, 2, 3, 4, 5, 6, 7, 8])('EXIF %i comes out upright', async (orientation) => {
  await expectColours(await held(quarters(SIZE.width, SIZE.height), orientation), QUARTERS, 5)
})
