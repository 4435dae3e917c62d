import sharp from 'sharp'

interface Upload {
  name: string
  mimeType: string
  buffer: Buffer
}

/** Noise like a sensor's, the same for the same seed: a picture that does not compress to nothing. */
function pixels(width: number, height: number, amount: number, seed: number): Buffer {
  const data = Buffer.alloc(width * height * 3)
  let state = seed
  for (let at = 0; at < data.length; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    data[at] = 255 - ((state >>> 24) % amount)
  }
  return data
}

/** A white, slightly noisy JPEG of this size. */
export async function jpeg(
  width: number,
  height: number,
  options: { amount?: number; seed?: number } = {},
): Promise<Upload> {
  const { amount = 8, seed = 1 } = options
  const raw = { width, height, channels: 3 as const }
  const buffer = await sharp(pixels(width, height, amount, seed), { raw })
    .jpeg({ quality: 90 })
    .toBuffer()
  return { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer }
}

/** The same as a PNG. */
export async function png(width: number, height: number): Promise<Upload> {
  const raw = { width, height, channels: 3 as const }
  const buffer = await sharp(pixels(width, height, 8, 2), { raw })
    .png()
    .toBuffer()
  return { name: 'screen.png', mimeType: 'image/png', buffer }
}

/** Bytes that only say what they are. */
export const bytes = (name: string, mimeType: string, buffer: Buffer): Upload => ({ name, mimeType, buffer })

export const portrait = (seed = 1) => jpeg(600, 840, { seed })
export const certificate = (seed = 1, width = 1400, height = 1000) =>
  jpeg(width, height, { amount: 16, seed })

/** A drawn face in a wider, taller room, as a phone takes it: every frame of it is another picture. */
export async function framed(background = '#f4f4f2'): Promise<Upload> {
  const face = await sharp('db/seed/pictures/wangfang-portrait.jpg').resize(590).toBuffer()
  const buffer = await sharp(face)
    .extend({ top: 180, bottom: 120, left: 60, right: 60, background })
    .jpeg({ quality: 90 })
    .toBuffer()
  return { name: 'IMG_0002.jpg', mimeType: 'image/jpeg', buffer }
}
