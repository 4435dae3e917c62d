import {
  type Crop,
  type Frame,
  MOVES,
  moved,
  readFrame,
  type Size,
  scaled,
  usualFrame,
} from '#lib/collection/frame'

export interface CropQuery {
  readonly x?: string
  readonly y?: string
  readonly width?: string
  readonly move?: string
}

/**
 * The frame that the address asks for: where it was, one step further. Without a frame in the address, the
 * one that is kept now.
 */
export function frameOf(query: CropQuery, now: Crop | undefined, picture: Size, kept: Size): Frame {
  const stored = typeof now === 'object' ? now : usualFrame(now ?? 'centre', picture, kept)
  // Never smaller than what is stored, nor outside the picture, whatever the address says.
  const start = scaled(readFrame((name) => String(query[name] ?? '')) ?? stored, 1, picture, kept)
  const move = MOVES.find((name) => name === query.move)
  return move ? moved(start, move, picture, kept) : start
}
