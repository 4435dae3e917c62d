import { decode, gate } from './decoder.ts'

/** Longest side of the picture as sent, beside what was made of it. */
const LONGEST = 480

/** A small JPEG of a working copy, for the page that shows before and after. */
export const previewOf = (work: Buffer): Promise<Buffer> =>
  gate(() =>
    decode(work)
      .resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 80 })
      .toBuffer(),
  )
