import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'

/** How a camera is held in a sample: nothing said is a good picture. */
export interface Shot {
  /** Standard deviation of the blur, in pixels of a picture 1120 wide (certificate) or 295 wide (portrait). */
  readonly blur?: number
  /** Grain, in grey levels. */
  readonly grain?: number
  /** Factor on the light, and how much of it is lost towards the right edge. */
  readonly light?: number
  readonly falls?: number
  /** Radius of a lamp's reflection, as a share of the width. */
  readonly lamp?: number
}

const SCALE = 2

function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32 - 0.5
  }
}

/** How much a lamp in the middle adds: all in its core, then falling to nothing. */
function lampAt(x: number, y: number, radius: number): number {
  const far = Math.hypot(x - 0.55, (y - 0.5) * 0.75) / radius
  return far < 0.6 ? 200 : far < 1 ? (200 * (1 - far)) / 0.4 : 0
}

/** A drawn picture of the demo as a phone would have taken it; the same for the same shot. */
export async function shotOf(file: string, shot: Shot = {}): Promise<Buffer> {
  const { blur = 0, grain = 6, light = 1, falls = 0, lamp = 0 } = shot
  const drawn = await readFile(join(process.cwd(), 'db/seed/pictures', file))
  const { width = 0 } = await sharp(drawn).metadata()
  const large = sharp(drawn).resize(width * SCALE)
  const soft = blur === 0 ? large : sharp(await large.png().toBuffer()).blur(blur * SCALE)
  const { data, info } = await soft.removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const roll = dice(7)
  for (let at = 0; at < data.length; at++) {
    const pixel = Math.floor(at / 3)
    const [x, y] = [(pixel % info.width) / info.width, Math.floor(pixel / info.width) / info.height]
    const lit = (data[at] ?? 0) * light * (1 - falls * x) + (lamp === 0 ? 0 : lampAt(x, y, lamp))
    data[at] = Math.max(0, Math.min(255, lit + (roll() + roll() + roll()) * grain * 2))
  }
  const raw = { width: info.width, height: info.height, channels: 3 as const }
  return sharp(data, { raw }).jpeg({ quality: 90 }).toBuffer()
}

/** A page of text on a phone's screen, with a status bar; `grain` makes a photo of the same page. */
export async function screenshot(width: number, height: number, grain = 0): Promise<Buffer> {
  const data = Buffer.alloc(width * height * 3, 255)
  const roll = dice(3)
  const dark = (x: number, y: number) => {
    const line = Math.floor(y / 60)
    if (y < height * 0.02) return (x > width * 0.05 && x < width * 0.14) || x > width * 0.86
    return y % 60 > 24 && y % 60 < 46 && line > 3 && x > 80 && x < 500 + ((line * 137) % 400) && x % 24 < 15
  }
  for (let at = 0; at < data.length; at++) {
    const pixel = Math.floor(at / 3)
    const level = dark(pixel % width, Math.floor(pixel / width)) ? 40 : 250
    data[at] = Math.max(0, Math.min(255, level + (grain === 0 ? 0 : (roll() + roll() + roll()) * grain * 2)))
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer()
}
