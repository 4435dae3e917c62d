import type { Luma, Tile } from './luma.ts'
import { SCREEN } from './thresholds.ts'

/** Whether the proportions are those of a phone held upright. */
const isPhone = ({ width, height }: { width: number; height: number }) =>
  SCREEN.shapes.some((shape) => Math.abs(height / width / shape - 1) <= SCREEN.tolerance)

/** Whether the top is one even bar with little on it. */
function hasBar({ data, width, height }: Luma): boolean {
  const bar = data.subarray(0, width * Math.max(1, Math.round(height * SCREEN.bar)))
  const middle = [...bar].sort((a, b) => a - b)[bar.length >> 1] ?? 0
  const even = bar.filter((level) => Math.abs(level - middle) <= SCREEN.barLevels).length
  return even / bar.length >= SCREEN.barEven
}

/**
 * How much of a picture is without any grain, if it has the shape and the status bar of a phone's screen:
 * 0–1. Zero for everything that a camera may have taken.
 */
export function screenOf(luma: Luma, tiles: readonly Tile[]): number {
  if (!isPhone(luma) || !hasBar(luma) || tiles.length === 0) return 0
  return tiles.filter(({ spread }) => spread < SCREEN.grain).length / tiles.length
}
