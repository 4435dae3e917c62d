import type { PictureField, PictureRef } from '../field.ts'
import type { Kind } from './kind.ts'

/** Bytes as people read them, decimal: `139 kB`. */
export function bytesText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 100_000) return `${(bytes / 1000).toFixed(1)} kB`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`
  return `${(bytes / 1_000_000).toFixed(2)} MB`
}

/** A stored picture. It has no control in the step's form: each slot is a page of its own. */
export const picture: Kind<PictureField, PictureRef> = {
  controls: () => [],
  read: () => ({}),
  write: () => ({}),
  text: (_field, value) => `已上传，${value.width}×${value.height}，${bytesText(value.bytes)}`,
  missing: (field) => `请上传${field.label}`,
}
