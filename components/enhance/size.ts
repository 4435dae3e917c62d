import type { Size } from '#lib/collection/frame'

/** `700x500`, as the page hands a size to a script. */
export function readSize(text = ''): Size {
  const [width = 0, height = 0] = text.split('x').map(Number)
  return { width, height }
}
