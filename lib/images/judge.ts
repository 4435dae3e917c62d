import type { Measured, Size } from '../collection/frame.ts'
import { type PictureLimit, UPLOAD } from '../collection/limits.ts'
import type { Facts } from './inspect.ts'
import type { Format } from './sniff.ts'

/** What was measured of a file that is refused, upright; zero pixels where they could not be read. */
interface Seen extends Measured {
  readonly format: Format
}

/** Why a picture is refused, with what was measured. The slot stays as it was. */
export type Refusal = Reason & { readonly seen?: Seen }

type Reason =
  | { readonly code: 'empty' }
  | { readonly code: 'tooLarge'; readonly bytes: number }
  | { readonly code: 'wrongKind'; readonly format: Format }
  | { readonly code: 'broken' }
  /** Its process took too long, wanted too much memory, or died of it. */
  | { readonly code: 'unworkable' }
  /** Too many pictures wait already. */
  | { readonly code: 'busy' }
  | { readonly code: 'tooManyPixels'; readonly width: number; readonly height: number }
  | {
      readonly code: 'tooSmall'
      readonly width: number
      readonly height: number
      readonly minWidth: number
      readonly minHeight: number
    }
  /** A frame of the applicant's own keeps fewer pixels than are stored. */
  | {
      readonly code: 'frameTooSmall'
      readonly width: number
      readonly height: number
      readonly minWidth: number
      readonly minHeight: number
    }
  | { readonly code: 'cannotFit'; readonly maxBytes: number }
  | { readonly code: 'tooMany'; readonly of: 'person' | 'slot'; readonly perHour: number }

export const isRefusal = (x: object): x is Refusal => 'code' in x

/** What the page of a refusal tells of a file. */
export const seenOf = ({ format, bytes, uprightWidth, uprightHeight }: Facts): Seen => ({
  format,
  bytes,
  width: uprightWidth,
  height: uprightHeight,
})

/** Facts against limits, pure; `undefined` when the picture may go on. */
export function judge(facts: Facts, limit: PictureLimit): Refusal | undefined {
  if (facts.bytes === 0) return { code: 'empty' }
  if (facts.bytes > UPLOAD.maxBytes) return { code: 'tooLarge', bytes: facts.bytes }
  if (facts.format !== 'jpeg' && facts.format !== 'png') return { code: 'wrongKind', format: facts.format }
  if (facts.width * facts.height > UPLOAD.maxPixels) {
    return { code: 'tooManyPixels', width: facts.width, height: facts.height }
  }
  if (!facts.readable) return { code: 'broken' }
  return tooSmall({ width: facts.uprightWidth, height: facts.uprightHeight }, limit)
}

/** Both sides must reach the minimum after turning (R11, R17). */
export function tooSmall(size: Size, limit: PictureLimit): Refusal | undefined {
  if (size.width >= limit.minWidth && size.height >= limit.minHeight) return undefined
  const { minWidth, minHeight } = limit
  return { code: 'tooSmall', ...size, minWidth, minHeight }
}
