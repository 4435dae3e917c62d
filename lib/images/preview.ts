import type { Turn } from './conform.ts'
import { decode } from './decoder.ts'

/** How a working copy is shown. */
export interface Look {
  /** Longest side, in pixels. */
  readonly longest?: number
  readonly turn?: Turn
}

/** Longest side of the picture as sent, beside what was made of it. */
const LONGEST = 480

/** A small JPEG of a working copy, for the pages that show it. */
export const previewOf = (work: Buffer, { longest = LONGEST, turn = 0 }: Look = {}): Promise<Buffer> =>
  decode(work)
    .rotate(turn)
    .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 80 })
    .toBuffer()
