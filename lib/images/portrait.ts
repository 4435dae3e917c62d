import { fromPixels } from './decoder.ts'
import type { Done, Made, Pixels } from './made.ts'

export type Crop = 'top' | 'centre' | 'bottom'

// Where the frame lies along the longer rest: heads stand in the upper part of a portrait.
const BIAS: Readonly<Record<Crop, number>> = { top: 0, centre: 0.35, bottom: 1 }

/** The largest frame of this aspect inside the picture. */
export function frameOf(size: { width: number; height: number }, aspect: number, crop: Crop) {
  const width = Math.min(size.width, Math.round(size.height * aspect))
  const height = Math.min(size.height, Math.round(size.width / aspect))
  const tall = size.height > height
  return {
    // A wide picture has no top or bottom: its three frames lie left, in the middle, right.
    left: Math.round((size.width - width) * (crop === 'centre' ? 0.5 : BIAS[crop])),
    top: tall ? Math.round((size.height - height) * BIAS[crop]) : 0,
    width,
    height,
  }
}

/** Crops to the aspect and shrinks to exactly the size (D7). Never enlarges: the caller checked the minimum. */
export async function cropPortrait(
  pixels: Pixels,
  exact: { width: number; height: number },
  crop: Crop,
): Promise<Made> {
  const frame = frameOf(pixels, exact.width / exact.height, crop)
  const cut = frame.width !== pixels.width || frame.height !== pixels.height
  const shrunk = frame.width !== exact.width || frame.height !== exact.height
  const image = fromPixels(pixels.data, pixels)
    .extract(frame)
    .resize(exact.width, exact.height, { fit: 'fill', kernel: 'lanczos3' })
    .toColourspace('srgb')
  const encode = (quality: number) => image.clone().jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer()
  // The exams' own registration asks for more than 10 kB: a flat picture is kept at a higher quality.
  const usual = await encode(95)
  const jpeg = usual.length < 12_000 ? await encode(98) : usual
  const changes: Done[] = [...(cut ? (['cropped'] as const) : []), ...(shrunk ? (['shrunk'] as const) : [])]
  return { jpeg, ...exact, changes }
}
