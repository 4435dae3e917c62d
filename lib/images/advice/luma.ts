import type { Sharp } from 'sharp'
import { decode, fromPixels } from '../decoder.ts'
import type { Pixels } from '../made.ts'

/** A grey copy: one byte a pixel, row by row. */
export interface Luma {
  readonly data: Buffer
  readonly width: number
  readonly height: number
}

/** What one square of a grey copy shows, in grey levels 0–255. */
export interface Tile {
  readonly mean: number
  /** Standard deviation. */
  readonly spread: number
  /** Variance of the Laplacian: how hard its edges are. */
  readonly edges: number
}

async function grey(image: Sharp, longest: number): Promise<Luma> {
  const { data, info } = await image
    .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
    .toColourspace('b-w')
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/**
 * A grey copy of a picture, so that pictures of different sizes are measured alike. Never enlarged.
 * @param longest pixels of its longer side at most
 */
export const lumaOf = (jpeg: Buffer, longest: number): Promise<Luma> => grey(decode(jpeg), longest)

/** The same of pixels that are decoded already. */
export const lumaOfPixels = (pixels: Pixels, longest: number): Promise<Luma> =>
  grey(fromPixels(pixels.data, pixels), longest)

function tileAt({ data, width }: Luma, left: number, top: number, side: number): Tile {
  let [sum, squares, laplace, laplaceSquares] = [0, 0, 0, 0]
  for (let y = top; y < top + side; y++) {
    for (let x = left; x < left + side; x++) {
      const at = y * width + x
      const value = data[at] ?? 0
      const around =
        (data[at - 1] ?? 0) + (data[at + 1] ?? 0) + (data[at - width] ?? 0) + (data[at + width] ?? 0)
      const edge = around - 4 * value
      sum += value
      squares += value * value
      laplace += edge
      laplaceSquares += edge * edge
    }
  }
  const n = side * side
  const mean = sum / n
  return {
    mean,
    spread: Math.sqrt(Math.max(0, squares / n - mean * mean)),
    edges: Math.max(0, laplaceSquares / n - (laplace / n) ** 2),
  }
}

/** Cuts a grey copy into squares, leaving out its outermost pixels, which have no neighbours. */
export function tilesOf(luma: Luma, side: number): Tile[] {
  const tiles: Tile[] = []
  for (let top = 1; top + side < luma.height; top += side) {
    for (let left = 1; left + side < luma.width; left += side) tiles.push(tileAt(luma, left, top, side))
  }
  return tiles
}
