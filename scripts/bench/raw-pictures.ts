import sharp, { type OutputInfo } from 'sharp'

sharp.concurrency(1)
sharp.cache(false)

/** What the pipeline settles on for the bench's photo: the size, and each quality that it tries. */
const SIZE = { width: 1600, height: 1200 }
const QUALITIES = [62, 77, 80, 79]
const MAX_BYTES = 150_000

const upright = (bytes: Buffer) =>
  sharp(bytes, { failOn: 'error' }).autoOrient().flatten({ background: '#ffffff' }).toColourspace('srgb')

/**
 * The pictures of an upload by the library alone, in this process: the same decodings, sizes and encodings in
 * the same order, without a search, judgements, processes, seals or a disk.
 */
export async function rawPictures(bytes: Buffer): Promise<{ work: Buffer; jpeg: Buffer }> {
  const work = await upright(bytes)
    .resize({ width: 2400, height: 2400, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
    .toBuffer()
  const whole = await upright(work).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const pixels = (data: Buffer, { width, height, channels }: OutputInfo) =>
    sharp(data, { raw: { width, height, channels } })
  const small = await pixels(whole.data, whole.info)
    .resize(SIZE.width, SIZE.height, { fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  let jpeg = Buffer.alloc(0)
  for (const quality of QUALITIES) {
    const tried = await pixels(small.data, small.info)
      .toColourspace('srgb')
      .jpeg({ quality, mozjpeg: true })
      .toBuffer()
    if (tried.length <= MAX_BYTES && tried.length > jpeg.length) jpeg = Buffer.from(tried)
  }
  return { work, jpeg }
}
