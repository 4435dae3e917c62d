import { BACKGROUND } from './advice/thresholds.ts'
import { decode } from './decoder.ts'

/** How white the background beside the head is. Advice, never a refusal (D7). */
export interface Whiteness {
  /** Share of near-white pixels, 0–1. */
  readonly share: number
  /** Medians in CIELAB: lightness 0–100, chroma. */
  readonly lightness: number
  readonly chroma: number
  readonly verdict: 'white' | 'doubtful' | 'notWhite'
}

const linear = (v: number) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
const curve = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27) * (t / 116) + 16 / 116)

/** Lightness and chroma of an sRGB pixel (CIE 1976, D65). */
function lab(red: number, green: number, blue: number): { lightness: number; chroma: number } {
  const [r, g, b] = [linear(red / 255), linear(green / 255), linear(blue / 255)]
  const x = curve((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047)
  const y = curve(0.2126729 * r + 0.7151522 * g + 0.072175 * b)
  const z = curve((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883)
  return { lightness: 116 * y - 16, chroma: Math.hypot(500 * (x - y), 200 * (y - z)) }
}

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? 0

/** Measures the side bands of a stored portrait. */
export async function whitenessOf(jpeg: Buffer): Promise<Whiteness> {
  const { data, info } = await decode(jpeg)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { side, depth, nearWhite, pass, coloured } = BACKGROUND
  const lights: number[] = []
  const chromas: number[] = []
  let near = 0
  for (let y = 0; y < info.height * depth; y++) {
    for (let x = 0; x < info.width; x++) {
      if (x >= info.width * side && x <= info.width * (1 - side)) continue
      const at = (y * info.width + x) * info.channels
      const { lightness, chroma } = lab(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)
      lights.push(lightness)
      chromas.push(chroma)
      if (lightness >= nearWhite.lightness && chroma <= nearWhite.chroma) near++
    }
  }
  const share = near / lights.length
  const [lightness, chroma] = [median(lights), median(chromas)]
  const white = share >= pass.share && lightness >= pass.lightness && chroma <= pass.chroma
  return { share, lightness, chroma, verdict: white ? 'white' : chroma > coloured ? 'notWhite' : 'doubtful' }
}
