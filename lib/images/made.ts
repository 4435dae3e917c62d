/** What was done to a picture besides re-encoding it. */
export type Done = 'turned' | 'cropped' | 'shrunk'

/** Decoded pixels, upright, without alpha. */
export interface Pixels {
  readonly data: Buffer
  readonly width: number
  readonly height: number
  readonly channels: 1 | 3
}

/** A JPEG that obeys its slot, with what was done to get there. */
export interface Made {
  readonly jpeg: Buffer
  readonly width: number
  readonly height: number
  readonly changes: readonly Done[]
}
