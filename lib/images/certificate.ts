import type { PictureLimit } from '../collection/limits.ts'
import { fromPixels } from './decoder.ts'
import type { Refusal } from './judge.ts'
import type { Made, Pixels } from './made.ts'

/** Longest sides that are tried, largest first: the size is given up before the strokes of small print are. */
const RUNGS = [1600, 1400, 1200, 1050, 920] as const
/** Below this the strokes of a certificate number begin to break. */
const FLOOR = 62
/** Only where nothing else fits. */
const LAST_FLOOR = 50
const CEILING = 88
/** Good enough: the rest of the bytes would not be seen. */
const FILLED = 0.93

type Size = { width: number; height: number }

function sizeAt(pixels: Pixels, longest: number): Size {
  const scale = Math.min(1, longest / Math.max(pixels.width, pixels.height))
  return { width: Math.round(pixels.width * scale), height: Math.round(pixels.height * scale) }
}

/** The sizes to try: the picture itself when it is small enough, then the rungs that keep the minimum. */
function ladder(pixels: Pixels, limit: PictureLimit): Size[] {
  const smallest = Math.max(limit.minWidth / pixels.width, limit.minHeight / pixels.height)
  const last = sizeAt(pixels, Math.ceil(Math.max(pixels.width, pixels.height) * Math.min(1, smallest)))
  const sizes = [...RUNGS.map((rung) => sizeAt(pixels, rung)), last].filter(
    (s) => s.width >= limit.minWidth && s.height >= limit.minHeight,
  )
  return sizes.filter((s, at) => at === 0 || s.width < (sizes[at - 1]?.width ?? 0))
}

async function encoder(pixels: Pixels, size: Size): Promise<(quality: number) => Promise<Buffer>> {
  const whole = fromPixels(pixels.data, pixels)
  const image = size.width === pixels.width ? whole : whole.resize(size.width, size.height, { fit: 'fill' })
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true })
  const small = { width: info.width, height: info.height, channels: info.channels }
  return (quality) =>
    fromPixels(data, small).toColourspace('srgb').jpeg({ quality, mozjpeg: true }).toBuffer()
}

/**
 * The best quality that fits, by secant steps on log(size) from a quality that is known to fit: a full
 * search over qualities costs several times as much.
 */
async function improve(
  encode: (q: number) => Promise<Buffer>,
  low: number,
  fits: Buffer,
  max: number,
): Promise<Buffer> {
  let best = { quality: low, jpeg: fits }
  let slope = 0.03
  for (let step = 0; step < 3 && best.quality < CEILING && best.jpeg.length < max * FILLED; step++) {
    const room = Math.log(max / best.jpeg.length)
    const quality = Math.min(CEILING, best.quality + Math.max(1, Math.floor(room / slope)))
    const jpeg = await encode(quality)
    slope = Math.max(0.01, Math.log(jpeg.length / best.jpeg.length) / (quality - best.quality))
    if (jpeg.length <= max) best = { quality, jpeg }
    else slope *= 1.25
  }
  return best.jpeg
}

/**
 * Shrinks and compresses a certificate into its limits (D8): never enlarged, never below the minimum
 * sides, small print still legible.
 */
export async function fitCertificate(pixels: Pixels, limit: PictureLimit): Promise<Made | Refusal> {
  const sizes = ladder(pixels, limit)
  for (const floor of [FLOOR, LAST_FLOOR]) {
    for (const size of floor === FLOOR ? sizes : sizes.slice(-1)) {
      const encode = await encoder(pixels, size)
      const first = await encode(floor)
      if (first.length > limit.maxBytes) continue
      const jpeg = await improve(encode, floor, first, limit.maxBytes)
      return { jpeg, ...size, changes: size.width === pixels.width ? [] : ['shrunk'] }
    }
  }
  return { code: 'cannotFit', maxBytes: limit.maxBytes }
}
