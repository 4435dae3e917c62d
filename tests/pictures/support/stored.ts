import type { Size } from '#lib/collection/frame'
import type { PictureLimit } from '#lib/collection/limits'
import { segmentsOf } from '../corpus/jpeg.ts'
import { MARKER } from '../corpus/sample.ts'

/** What an encoder needs, and the name JFIF; no other segment may be in a stored picture. */
const ALLOWED = new Set([0xe0, 0xdb, 0xc0, 0xc2, 0xc4, 0xda, 0xdd])

const WORDS = [MARKER, 'Exif\0', 'ICC_PROFILE', 'http:', '<?php', '<script', '%PDF', '\x7fELF', 'Photoshop']

/** @returns what is left in a JPEG besides its picture; nothing when it is clean */
export function leftIn(jpeg: Buffer): string[] {
  const found = WORDS.filter((word) => jpeg.includes(word, 0, 'latin1'))
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) found.push('another beginning')
  const segments = segmentsOf(jpeg)
  for (const { marker } of segments) {
    if (!ALLOWED.has(marker)) found.push(`segment ${marker.toString(16)}`)
  }
  const length = segments.reduce((sum, { whole }) => sum + whole.length, 4)
  if (length !== jpeg.length || jpeg.readUInt16BE(jpeg.length - 2) !== 0xffd9)
    found.push('bytes behind its end')
  return found
}

/** @returns the limits of the slot that a stored picture breaks (D7, D8) */
export function broken(jpeg: Buffer, { width, height }: Size, before: Size, limit: PictureLimit): string[] {
  const found: string[] = []
  if (width < limit.minWidth || height < limit.minHeight) found.push(`${width}×${height}`)
  if (limit.exact && (width !== limit.exact.width || height !== limit.exact.height)) found.push('not exact')
  if (jpeg.length > limit.maxBytes) found.push(`${jpeg.length} bytes`)
  if (width > before.width || height > before.height) found.push('enlarged')
  return found
}
