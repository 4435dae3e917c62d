/** What the result page tells about an upload: measured before and after, and what was done. */
export interface UploadOutcome {
  readonly verdict: 'accepted' | 'adjusted'
  /** The upright upload: pixels, length of the file, `jpeg` or `png`. */
  readonly before: {
    readonly width: number
    readonly height: number
    readonly bytes: number
    readonly format: string
  }
  readonly after: { readonly width: number; readonly height: number; readonly bytes: number }
  /** `turned`, `cropped`, `shrunk`. */
  readonly changes: readonly string[]
  /** The upload lay on its side or stood on its head by EXIF. */
  readonly lying?: boolean
  readonly crop?: 'top' | 'centre' | 'bottom'
  /** Turned by hand, in degrees clockwise. */
  readonly turned: 0 | 90 | 180 | 270
  readonly whiteness?: { readonly share: number; readonly verdict: 'white' | 'doubtful' | 'notWhite' }
}
