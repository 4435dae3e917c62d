import type { PartId } from './step.ts'

/** What a slot asks of its picture. Pixels are of the upright picture, bytes of the stored JPEG. */
export interface PictureLimit {
  readonly minWidth: number
  readonly minHeight: number
  readonly maxBytes: number
  /** Stored at exactly this size. */
  readonly exact?: { readonly width: number; readonly height: number }
  readonly source: string
}

export type SlotKind = 'portrait' | 'education' | 'qualification' | 'proof'

// "KB" is read as 1000 bytes: a picture under the smaller reading is under the larger one too.
/** D7, D8: the guide's limits for what is stored. */
export const LIMITS: Readonly<Record<SlotKind, PictureLimit>> = {
  portrait: {
    minWidth: 295,
    minHeight: 413,
    maxBytes: 150_000,
    exact: { width: 295, height: 413 },
    source: '指引 1.3、3.2',
  },
  education: { minWidth: 700, minHeight: 500, maxBytes: 150_000, source: '指引 1.3' },
  qualification: { minWidth: 700, minHeight: 500, maxBytes: 80_000, source: '指引 1.3' },
  proof: { minWidth: 700, minHeight: 500, maxBytes: 150_000, source: '同学历证书' },
}

/** D8: what may be sent; the server makes a conforming picture of it. */
export const UPLOAD = { maxBytes: 8_000_000, maxPixels: 50_000_000 } as const

/** D8: longest side of the working copy, from which crops and turns are made. */
export const WORKING_SIDE = 2400

/** The kind of a slot: the portrait, qualification certificates, and everything else as education. */
export function slotKindOf(part: PartId, slot: string): SlotKind {
  if (slot === 'photo') return 'portrait'
  if (part === 'qualifications') return 'qualification'
  return part === 'education' ? 'education' : 'proof'
}
