import sharp from 'sharp'
import { from } from './bases.ts'
import { exif, phoneExif, withSegments } from './jpeg.ts'
import type { Painting } from './paint.ts'
import { MARKER } from './sample.ts'

/** What a camera that was held some way does to its pixels before it stores them, by EXIF orientation. */
const HELD: Readonly<Record<number, { mirrored?: true; angle?: number }>> = {
  2: { mirrored: true },
  3: { angle: 180 },
  4: { mirrored: true, angle: 180 },
  5: { mirrored: true, angle: 270 },
  6: { angle: 270 },
  7: { mirrored: true, angle: 90 },
  8: { angle: 90 },
}

/** The JPEG of a camera that was held some way: turned, with the word that turns it back, and where it was. */
export async function held(painting: Painting, orientation: number): Promise<Buffer> {
  const { mirrored = false, angle = 0 } = HELD[orientation] ?? {}
  const first = await from(painting).flop(mirrored).png({ compressionLevel: 1 }).toBuffer()
  const stored = await sharp(first).rotate(angle).jpeg({ quality: 90 }).toBuffer()
  return withSegments(stored, exif(phoneExif(orientation, MARKER)))
}
