/** Pixels and length of a picture. */
export interface Measured {
  readonly width: number
  readonly height: number
  readonly bytes: number
}

/** What was measured and done at an upload, as its page tells it. */
export interface Outcome {
  readonly before: Measured & { readonly format: string }
  readonly after: Measured
  readonly changes: readonly string[]
  readonly lying?: boolean
  readonly whiteness?: { readonly share: number; readonly verdict: 'white' | 'doubtful' | 'notWhite' }
}

/** `3024×4032` */
export const pixels = ({ width, height }: { width: number; height: number }): string => `${width}×${height}`

/** `JPEG` or `PNG`, as files are called. */
export const formatText = (format: string): string => (format === 'png' ? 'PNG' : 'JPEG')
