import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { LIMITS, type SlotKind } from '../collection/limits.ts'
import { type Conformed, conform, makeWorkingCopy } from './conform.ts'
import { inspect } from './inspect.ts'
import { judge } from './judge.ts'
import { refusalText } from './refusal-text.ts'

/** Noise like that of a sensor, seeded, so that pictures do not compress to nothing. */
function noise(width: number, height: number, amount = 40, seed = 1): Buffer {
  const data = Buffer.alloc(width * height * 3)
  let state = seed
  for (let at = 0; at < data.length; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    data[at] = 255 - ((state >>> 24) % amount)
  }
  return data
}
const picture = (width: number, height: number, amount?: number) =>
  sharp(noise(width, height, amount), { raw: { width, height, channels: 3 } })
const jpeg = (width: number, height: number, amount?: number) =>
  picture(width, height, amount).jpeg({ quality: 90 }).toBuffer()

/** A PNG chunk with its right checksum. */
function chunk(type: string, content: readonly number[]): Buffer {
  const body = Buffer.concat([Buffer.from(type), Buffer.from(content)])
  const frame = Buffer.alloc(body.length + 8)
  frame.writeUInt32BE(content.length, 0)
  body.copy(frame, 4)
  frame.writeUInt32BE(crc32(body), body.length + 4)
  return frame
}

const refusal = async (bytes: Buffer, kind: SlotKind) => judge(await inspect(bytes), LIMITS[kind])
async function made(
  bytes: Buffer,
  kind: SlotKind,
  options: Parameters<typeof conform>[2] = {},
): Promise<Conformed> {
  const result = await conform(bytes, LIMITS[kind], options)
  if ('code' in result) throw new Error(`refused: ${result.code}`)
  return result
}

describe('what is refused, with the measured value', () => {
  it.each([
    ['294×413 (case 32)', 294, 413, '宽只有 294 像素，至少要 295 像素'],
    ['295×412 (case 32)', 295, 412, '高只有 412 像素，至少要 413 像素'],
    ['240×320', 240, 320, '宽只有 240 像素，至少要 295 像素；高只有 320 像素，至少要 413 像素'],
  ])('portrait %s', async (_, width, height, words) => {
    const found = await refusal(await jpeg(width, height), 'portrait')
    expect(found && refusalText(found)).toContain(words)
  })

  it('a certificate one pixel too low, and one that lies on its side', async () => {
    expect(await refusal(await jpeg(700, 499), 'education')).toMatchObject({ code: 'tooSmall', height: 499 })
    const upright = await refusal(await jpeg(600, 900), 'education')
    expect(upright && refusalText(upright)).toContain('横过来')
  })

  it.each([
    ['HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'HEIC'],
    ['WebP', Buffer.from('RIFF\x10\0\0\0WEBPVP8 ', 'latin1'), 'WebP'],
    ['PDF', Buffer.from('%PDF-1.7 ...'), 'PDF'],
    ['GIF', Buffer.from('GIF89a.....'), 'GIF'],
    ['SVG', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), 'SVG'],
    ['text named .jpg', Buffer.from('hello'), '不是图片'],
  ])('%s', async (_, bytes, words) => {
    const found = await refusal(bytes, 'education')
    expect(found?.code).toBe('wrongKind')
    expect(found && refusalText(found)).toContain(words)
  })

  it('nothing, too many bytes, too many pixels, a cut file', async () => {
    expect(await refusal(Buffer.alloc(0), 'portrait')).toEqual({ code: 'empty' })
    const large = Buffer.concat([await jpeg(800, 600), Buffer.alloc(8_000_000)])
    expect(refusalText((await refusal(large, 'education')) ?? { code: 'empty' })).toContain('超过 8.0 MB')
    const bomb = Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', [0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff, 1, 0, 0, 0, 0]),
      chunk('IDAT', [0x78, 0x9c, 0x63, 0, 0]),
    ])
    expect(await refusal(bomb, 'education')).toMatchObject({ code: 'tooManyPixels', width: 65535 })
    const whole = await jpeg(900, 700)
    await expect(makeWorkingCopy(whole.subarray(0, whole.length / 2))).rejects.toThrow()
  })

  it('a JPEG of more than 50 megapixels is told so, not called broken', async () => {
    const header = Buffer.from(await jpeg(16, 16))
    const frame = header.indexOf(Buffer.from([0xff, 0xc0]))
    header.writeUInt16BE(6144, frame + 5)
    header.writeUInt16BE(8192, frame + 7)
    const found = await refusal(header, 'education')
    expect(found).toEqual({ code: 'tooManyPixels', width: 8192, height: 6144 })
    expect(found && refusalText(found)).toContain('8192×6144')
    await expect(makeWorkingCopy(header)).rejects.toThrow(/pixel limit/)
  })

  it('other decoders stay shut, whatever the first bytes say', async () => {
    for (const format of ['webp', 'tiff', 'gif'] as const) {
      const bytes = await picture(800, 600).toFormat(format).toBuffer()
      await expect(makeWorkingCopy(bytes)).rejects.toThrow()
    }
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"/>'
    await expect(makeWorkingCopy(Buffer.from(svg))).rejects.toThrow(/unsupported/)
  })
})

describe('what is stored', () => {
  it('a portrait of the exact size keeps its pixels (case 30)', async () => {
    const kept = await made(await jpeg(295, 413), 'portrait')
    expect(kept).toMatchObject({ width: 295, height: 413, verdict: 'accepted', changes: [] })
    expect(kept.bytes).toBeGreaterThan(10_000)
  })

  it('a phone portrait becomes exactly 295×413 with each of the three crops', async () => {
    const input = await jpeg(1200, 2400)
    const digests = new Set<string>()
    for (const crop of ['top', 'centre', 'bottom'] as const) {
      const kept = await made(input, 'portrait', { crop })
      expect(kept).toMatchObject({
        width: 295,
        height: 413,
        verdict: 'adjusted',
        changes: ['cropped', 'shrunk'],
      })
      digests.add(kept.digest)
    }
    expect(digests.size).toBe(3)
  })

  it('700×500 of exactly 153 600 bytes is accepted, re-encoded to at most 150 000 with its pixels (case 35)', async () => {
    const base = await picture(700, 500, 30).jpeg({ quality: 80 }).toBuffer()
    const input = Buffer.concat([base, Buffer.alloc(Math.max(0, 153_600 - base.length))])
    expect(input).toHaveLength(153_600)
    expect(await refusal(input, 'education')).toBeUndefined()
    const kept = await made(input, 'education')
    expect(kept).toMatchObject({ width: 700, height: 500, verdict: 'accepted' })
    expect(kept.bytes).toBeLessThanOrEqual(150_000)
  })

  it('a PNG screenshot becomes a JPEG of at most 150 000 bytes (case 38)', async () => {
    const input = await picture(1200, 800, 12).png().toBuffer()
    const kept = await made(input, 'education')
    expect((await inspect(kept.jpeg)).format).toBe('jpeg')
    expect(kept.bytes).toBeLessThanOrEqual(150_000)
    expect(kept.width).toBeGreaterThanOrEqual(700)
  })

  it.each([
    ['education', 150_000],
    ['qualification', 80_000],
  ] as const)('a large photo fits %s and stays above 700×500', async (kind, max) => {
    const kept = await made(await jpeg(2400, 1800, 16), kind)
    expect(kept.bytes).toBeLessThanOrEqual(max)
    expect(kept.width).toBeGreaterThanOrEqual(700)
    expect(kept.height).toBeGreaterThanOrEqual(500)
    expect(kept.changes).toContain('shrunk')
  })

  it('what cannot fit is refused instead of being spoilt', async () => {
    expect(await conform(await jpeg(700, 500, 255), LIMITS.qualification)).toMatchObject({
      code: 'cannotFit',
    })
  })

  it('EXIF is obeyed, then dropped with everything else', async () => {
    const input = await picture(600, 900)
      .withExif({ IFD0: { Make: 'MARKER-CAMERA' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const facts = await inspect(input)
    expect(facts).toMatchObject({
      width: 600,
      height: 900,
      uprightWidth: 900,
      uprightHeight: 600,
      orientation: 6,
    })
    expect(judge(facts, LIMITS.education)).toBeUndefined()
    const kept = await made(input, 'education', { turned: true })
    expect(kept).toMatchObject({ width: 900, height: 600, verdict: 'adjusted', changes: ['turned'] })
    expect((await sharp(kept.jpeg).metadata()).exif).toBeUndefined()
    expect(kept.jpeg.includes('MARKER-CAMERA')).toBe(false)
  })

  it('a turn is checked against the minimum again', async () => {
    expect(await conform(await jpeg(900, 600), LIMITS.education, { turn: 90 })).toMatchObject({
      code: 'tooSmall',
      width: 600,
      height: 900,
    })
    const square = await made(await jpeg(900, 900), 'education', { turn: 90 })
    expect(square.changes).toEqual(['turned'])
  })

  it.each([
    ['CMYK', () => picture(800, 600).toColourspace('cmyk').jpeg().toBuffer()],
    ['16-bit PNG', () => picture(800, 600).toColourspace('rgb16').png().toBuffer()],
    ['palette PNG', () => picture(800, 600).png({ palette: true }).toBuffer()],
    ['grey PNG with alpha', () => picture(800, 600).greyscale().ensureAlpha(0.5).png().toBuffer()],
    ['progressive JPEG', () => picture(800, 600).jpeg({ progressive: true }).toBuffer()],
  ])('%s comes out as an sRGB JPEG', async (_, make) => {
    const kept = await made(await make(), 'education')
    const { format, space, channels } = await sharp(kept.jpeg).metadata()
    expect([format, space, channels]).toEqual(['jpeg', 'srgb', 3])
  })
})

describe('the background is judged softly', () => {
  it.each([
    ['#ffffff', 'white'],
    ['#f1f0ec', 'white'],
    ['#d9d9d9', 'doubtful'],
    ['#add8e6', 'notWhite'],
    ['#3060b0', 'notWhite'],
    ['#c03030', 'notWhite'],
  ])('%s is %s', async (background, verdict) => {
    const input = await sharp({ create: { width: 600, height: 840, channels: 3, background } })
      .jpeg()
      .toBuffer()
    expect((await made(input, 'portrait')).whiteness?.verdict).toBe(verdict)
  })
})
