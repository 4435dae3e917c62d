import type { Crop, Measured, Size } from '#lib/collection/frame'
import { WORKING_SIDE } from '#lib/collection/limits'
import type { Advice } from '#lib/collection/picture-flags'
import type { Turn } from '#lib/images/conform'
import type { Whiteness } from '#lib/images/whiteness'

/** What the result page tells about an upload: measured before and after, and what was done. */
export interface UploadOutcome {
  readonly verdict: 'accepted' | 'adjusted'
  /** The upright upload: pixels, length of the file, `jpeg` or `png`. */
  readonly before: Measured & { readonly format: string }
  /** What it was on the applicant's device, when that shrank it before sending; by the device's own word. */
  readonly device?: Measured
  readonly after: Measured
  /** `turned`, `cropped`, `shrunk`. */
  readonly changes: readonly string[]
  /** The upload lay on its side or stood on its head by EXIF. */
  readonly lying?: boolean
  /** Which frame of a portrait was kept, after `turned`. */
  readonly crop?: Crop
  /** Turned by hand. */
  readonly turned: Turn
  readonly whiteness?: Pick<Whiteness, 'share' | 'verdict'>
  /** The soft judgements (D7); pictures of earlier releases have none. */
  readonly advice?: readonly Advice[]
}

/** Pixels of the upright working copy after the turns made by hand: what frames are fractions of. */
export function workingSize({ before, turned }: Pick<UploadOutcome, 'before' | 'turned'>): Size {
  const scale = Math.min(1, WORKING_SIDE / Math.max(before.width, before.height))
  const [width, height] = [Math.round(before.width * scale), Math.round(before.height * scale)]
  return turned === 90 || turned === 270 ? { width: height, height: width } : { width, height }
}
