import type { Tile } from './luma.ts'
import { SHARP } from './thresholds.ts'

/**
 * How sharp the sharpest parts are: the variance of the Laplacian, divided by the variance of grey so that
 * dark and pale pictures are measured alike. A drawn line is above 1, a smear below 0.2.
 */
export function sharpnessOf(tiles: readonly Tile[]): number {
  const seen = tiles
    .filter((tile) => tile.spread >= SHARP.spread)
    .map((tile) => tile.edges / tile.spread ** 2)
    .sort((a, b) => a - b)
  return seen[Math.floor(seen.length * SHARP.percentile)] ?? 0
}
