import sharp from 'sharp'

/** A sensor's noise around nothing: the sum of two bytes, the same in every run. */
function noisy(pixels: Buffer, amount: number): Buffer {
  let state = 1
  for (let at = 0; at < pixels.length; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const grain = ((state >>> 24) + ((state >>> 16) & 255) - 255) * (amount / 255)
    pixels[at] = Math.max(0, Math.min(255, (pixels[at] ?? 0) + grain))
  }
  return pixels
}

/** A certificate as a phone of 12 megapixels takes it: a JPEG of some megabytes. @param drawing a file */
export async function phonePhoto(drawing: string): Promise<Buffer> {
  const size = { width: 4000, height: 3000 }
  const pixels = await sharp(drawing).resize(size.width, size.height, { fit: 'fill' }).raw().toBuffer()
  return sharp(noisy(pixels, 24), { raw: { ...size, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer()
}
