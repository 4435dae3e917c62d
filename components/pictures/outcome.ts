import type { Measured, Size } from '#lib/collection/frame'
import type { Advice } from '#lib/collection/picture-flags'

/** What was measured and done at an upload, as its page tells it. */
export interface Outcome {
  readonly before: Measured & { readonly format: string }
  /** What it was before the browser shrank it. */
  readonly device?: Measured
  readonly after: Measured
  readonly changes: readonly string[]
  readonly lying?: boolean
  readonly whiteness?: { readonly share: number; readonly verdict: 'white' | 'doubtful' | 'notWhite' }
  readonly advice?: readonly Advice[]
}

/** `3024×4032` */
export const pixels = ({ width, height }: Size): string => `${width}×${height}`

/** `JPEG`, `HEIC` … as files are called. */
export const formatText = (format: string): string => (format === 'other' ? '不是图片' : format.toUpperCase())
