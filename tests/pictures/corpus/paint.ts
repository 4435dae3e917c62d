import { random } from './sample.ts'

/** Colour pixels, three bytes each, row by row. */
export interface Painting {
  readonly data: Buffer
  readonly width: number
  readonly height: number
}
type Colour = readonly [number, number, number]

const blank = (width: number, height: number): Painting => ({
  data: Buffer.alloc(width * height * 3),
  width,
  height,
})

/** Fills a rectangle; what lies outside is left out. */
function box(p: Painting, x: number, y: number, width: number, height: number, colour: Colour): void {
  const [red, green, blue] = colour
  const right = Math.min(p.width, Math.round(x + width))
  const left = Math.max(0, Math.round(x))
  for (let row = Math.max(0, Math.round(y)); row < Math.min(p.height, Math.round(y + height)); row++) {
    for (let at = (row * p.width + left) * 3; at < (row * p.width + right) * 3; ) {
      p.data[at++] = red
      p.data[at++] = green
      p.data[at++] = blue
    }
  }
}

function ellipse(p: Painting, x: number, y: number, a: number, b: number, colour: Colour): void {
  for (let row = -b; row <= b; row++) {
    const half = a * Math.sqrt(1 - (row / b) ** 2)
    box(p, x - half, y + row, 2 * half, 1, colour)
  }
}

/** Characters as strokes, black on what is there: what small print is to an encoder. */
function print(
  p: Painting,
  area: { x: number; y: number; width: number; height: number },
  size: number,
  seed: number,
): void {
  const next = random(seed)
  const thick = Math.max(1, size / 10)
  for (let y = area.y; y + size < area.y + area.height; y += size * 1.7) {
    for (let x = area.x; x + size < area.x + area.width; x += size * 1.1) {
      if (next() < 0.08) continue
      for (let stroke = 0; stroke < 5; stroke++) {
        const at = next() * size * 0.8
        if (next() < 0.5) box(p, x, y + at, size * 0.9, thick, [38, 34, 30])
        else box(p, x + at, y, thick, size * 0.9, [38, 34, 30])
      }
    }
  }
}

/** A sensor's noise and light that falls from one side. */
export function photograph(p: Painting, seed: number, noise: number, uneven: number): Painting {
  let state = seed >>> 0
  for (let y = 0, at = 0; y < p.height; y++) {
    for (let x = 0; x < p.width; x++) {
      const light = 1 - uneven * (x / p.width) * (0.5 + (0.5 * y) / p.height)
      for (let c = 0; c < 3; c++, at++) {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0
        // The sum of two bytes lies around their middle, as noise does.
        const grain = ((state >>> 24) + ((state >>> 16) & 255) - 255) * (noise / 255)
        p.data[at] = Math.max(0, Math.min(255, Math.round((p.data[at] ?? 0) * light + grain)))
      }
    }
  }
  return p
}

/** A certificate on a table: border, fine waves, lines of print, a seal. */
export function certificate(width: number, height: number, seed = 1): Painting {
  const p = blank(width, height)
  const unit = Math.min(width, height) / 100
  box(p, 0, 0, width, height, [107, 93, 73])
  box(p, 3 * unit, 3 * unit, width - 6 * unit, height - 6 * unit, [248, 241, 223])
  for (let n = 0; n < 34; n++) {
    for (let x = 6 * unit; x < width - 6 * unit; x++) {
      const y = (12 + n * 2.3 + 1.5 * Math.sin(x / (8 * unit) + (n % 2) * Math.PI)) * unit
      box(p, x, y, 1, Math.max(1, unit / 8), [221, 205, 160])
    }
  }
  for (const [inset, thick] of [
    [5, 1],
    [7, 0.3],
  ] as const) {
    const [at, line] = [inset * unit, thick * unit]
    box(p, at, at, width - 2 * at, line, [165, 131, 74])
    box(p, at, height - at, width - 2 * at, line, [165, 131, 74])
    box(p, at, at, line, height - 2 * at, [165, 131, 74])
    box(p, width - at, at, line, height - 2 * at, [165, 131, 74])
  }
  print(p, { x: 25 * unit, y: 14 * unit, width: width - 50 * unit, height: 14 * unit }, 7 * unit, seed)
  print(p, { x: 14 * unit, y: 34 * unit, width: width - 28 * unit, height: 36 * unit }, 3.4 * unit, seed + 1)
  print(p, { x: 14 * unit, y: 78 * unit, width: width / 2, height: 9 * unit }, 2.4 * unit, seed + 2)
  ellipse(p, width * 0.74, 80 * unit, 9 * unit, 9 * unit, [190, 84, 78])
  ellipse(p, width * 0.74, 80 * unit, 8 * unit, 8 * unit, [244, 226, 210])
  return p
}

/** Head and shoulders before a plain background. */
export function portrait(width: number, height: number, background: Colour = [255, 255, 255]): Painting {
  const p = blank(width, height)
  const unit = Math.min(width, height / 1.4) / 100
  const [x, y] = [width / 2, height / 2]
  box(p, 0, 0, width, height, background)
  ellipse(p, x, y - 8 * unit, 27 * unit, 34 * unit, [43, 33, 29])
  ellipse(p, x, y + 62 * unit, 46 * unit, 32 * unit, [60, 74, 99])
  box(p, x - 46 * unit, y + 62 * unit, 92 * unit, height, [60, 74, 99])
  box(p, x - 9 * unit, y + 20 * unit, 18 * unit, 16 * unit, [222, 174, 133])
  ellipse(p, x, y, 22 * unit, 28 * unit, [232, 191, 158])
  for (const side of [-1, 1]) ellipse(p, x + side * 9 * unit, y - 2 * unit, 2 * unit, 2 * unit, [34, 28, 26])
  box(p, x - 7 * unit, y + 14 * unit, 14 * unit, 1.5 * unit, [164, 87, 79])
  return p
}

/** A page of a register as a phone shows it: flat, sharp, a bar above and lines of print. */
export function screenshot(width: number, height: number, seed = 1): Painting {
  const p = blank(width, height)
  const unit = width / 100
  box(p, 0, 0, width, height, [247, 248, 250])
  box(p, 0, 0, width, 12 * unit, [28, 84, 178])
  for (let y = 16 * unit; y + 22 * unit < height; y += 24 * unit) {
    box(p, 4 * unit, y, width - 8 * unit, 22 * unit, [255, 255, 255])
    print(
      p,
      { x: 8 * unit, y: y + 3 * unit, width: width - 16 * unit, height: 18 * unit },
      3.6 * unit,
      seed + y,
    )
  }
  return p
}

/** Red, green, blue and grey quarters: shows how a picture was turned and whether its colours are right. */
export const QUARTERS: readonly Colour[] = [
  [200, 40, 40],
  [40, 160, 60],
  [40, 60, 190],
  [128, 128, 128],
]

/** @returns the quarters, in the order of reading */
export function quarters(width: number, height: number): Painting {
  const p = blank(width, height)
  for (const [n, colour] of QUARTERS.entries()) {
    box(p, (n % 2) * (width / 2), Math.floor(n / 2) * (height / 2), width / 2, height / 2, colour)
  }
  return p
}
