import type { Region } from 'sharp'
import { boxOf, type Crop, inside, type Size, usualFrame } from '../collection/frame.ts'
import { fromPixels } from './decoder.ts'
import { isRefusal, type Refusal } from './judge.ts'
import type { Done, Made, Pixels } from './made.ts'

/** The cut of a frame, moved inside the picture; a refusal when it keeps fewer pixels than are stored. */
function cutOf(size: Size, exact: Size, crop: Crop): Region | Refusal {
  const wished = typeof crop === 'string' ? usualFrame(crop, size, exact) : crop
  const { x: left, y: top, width, height } = boxOf(inside(wished, size, exact), size, exact)
  if (width < exact.width || height < exact.height) {
    return {
      code: 'frameTooSmall',
      width,
      height,
      minWidth: exact.width,
      minHeight: exact.height,
    }
  }
  return { left, top, width, height }
}

/**
 * Crops to the aspect and shrinks to exactly the size (D7). Never enlarges: the caller checked the minimum of
 * the picture, a frame of one's own is checked here.
 */
export async function cropPortrait(pixels: Pixels, exact: Size, crop: Crop): Promise<Made | Refusal> {
  const cut = cutOf(pixels, exact, crop)
  if (isRefusal(cut)) return cut
  const cropped = cut.width !== pixels.width || cut.height !== pixels.height
  const shrunk = cut.width !== exact.width || cut.height !== exact.height
  const image = fromPixels(pixels.data, pixels)
    .extract(cut)
    .resize(exact.width, exact.height, { fit: 'fill', kernel: 'lanczos3' })
    .toColourspace('srgb')
  const encode = (quality: number) => image.clone().jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer()
  // The exams' own registration asks for more than 10 kB: a flat picture is kept at a higher quality.
  const usual = await encode(95)
  const jpeg = usual.length < 12_000 ? await encode(98) : usual
  const changes: Done[] = [
    ...(cropped ? (['cropped'] as const) : []),
    ...(shrunk ? (['shrunk'] as const) : []),
  ]
  return { jpeg, ...exact, changes }
}
