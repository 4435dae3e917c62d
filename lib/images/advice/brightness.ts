import type { Luma, Tile } from './luma.ts'
import { DARK, GLARE, GREY } from './thresholds.ts'

/** Counts of every grey level. */
function histogramOf({ data }: Luma): number[] {
  const counts = new Array<number>(256).fill(0)
  for (const level of data) counts[level] = (counts[level] ?? 0) + 1
  return counts
}

/** Standard deviation of the whole picture, in grey levels. */
export function contrastOf(luma: Luma): number {
  const n = luma.data.length
  let [sum, squares] = [0, 0]
  for (const [level, count] of histogramOf(luma).entries()) {
    sum += level * count
    squares += level * level * count
  }
  return Math.sqrt(Math.max(0, squares / n - (sum / n) ** 2))
}

/** The grey level 0–255 that nine pixels in ten stay below. */
export function brightOf(luma: Luma): number {
  let left = luma.data.length * DARK.percentile
  return Math.max(
    0,
    histogramOf(luma).findIndex((count) => {
      left -= count
      return left <= 0
    }),
  )
}

const isPaper = ({ mean, spread }: Tile) => mean >= GLARE.paper.mean && spread <= GLARE.paper.spread

/** The share of empty paper, away from the margins, that is blown out while the rest is not: 0–1. */
export function glareOf(luma: Luma, tiles: readonly Tile[]): number {
  const columns = Math.floor((luma.width - 2) / GREY.tile)
  const rows = Math.floor((luma.height - 2) / GREY.tile)
  const inside = (at: number, of: number) => at >= of * GLARE.margin && at < of * (1 - GLARE.margin)
  const paper = tiles.filter(
    (tile, at) => isPaper(tile) && inside(at % columns, columns) && inside(Math.floor(at / columns), rows),
  )
  const share = (least: number) => paper.filter(({ mean }) => mean >= least).length / paper.length
  if (paper.length === 0 || share(GLARE.white.mean) > GLARE.white.share) return 0
  return share(GLARE.blown)
}
