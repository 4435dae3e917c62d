import { crc32, deflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** A chunk with its right length and checksum. */
export function chunk(type: string, data: Buffer | readonly number[] = []): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), Buffer.from(data)])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(body.length - 4, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}

export interface Header {
  readonly width: number
  readonly height: number
  readonly depth?: number
  /** 0 grey, 2 colour, 3 palette, 4 grey and alpha, 6 colour and alpha. */
  readonly colour?: number
  readonly rest?: readonly [compression: number, filter: number, interlace: number]
}

export function ihdr({ width, height, depth = 8, colour = 2, rest = [0, 0, 0] }: Header): Buffer {
  const data = Buffer.alloc(13)
  data.writeUInt32BE(width, 0)
  data.writeUInt32BE(height, 4)
  data.set([depth, colour, ...rest], 8)
  return chunk('IHDR', data)
}

/** Rows of a colour picture, each behind the byte of its filter. */
export function rowsOf(rgb: Buffer, width: number, height: number, filter = 0): Buffer {
  const rows = Buffer.alloc((width * 3 + 1) * height)
  for (let y = 0; y < height; y++) {
    rows[y * (width * 3 + 1)] = filter
    rgb.copy(rows, y * (width * 3 + 1) + 1, y * width * 3, (y + 1) * width * 3)
  }
  return rows
}

export const idat = (rows: Buffer) => chunk('IDAT', deflateSync(rows))
export const IEND = chunk('IEND')

interface Chunk {
  readonly type: string
  /** With length and checksum. */
  readonly whole: Buffer
}

/** The chunks of a PNG that is whole. */
export function chunksOf(png: Buffer): Chunk[] {
  const found: Chunk[] = []
  for (let at = 8; at < png.length; ) {
    const end = at + 12 + png.readUInt32BE(at)
    found.push({ type: png.toString('latin1', at + 4, at + 8), whole: png.subarray(at, end) })
    at = end
  }
  return found
}

export const join = (...parts: readonly Buffer[]): Buffer => Buffer.concat([SIGNATURE, ...parts])

/** The PNG with more chunks behind its header. */
export function withChunks(png: Buffer, ...more: readonly Buffer[]): Buffer {
  const end = 8 + 25
  return Buffer.concat([png.subarray(0, end), ...more, png.subarray(end)])
}

/** Replaces the first chunk of a type. */
export function swap(png: Buffer, type: string, by: (whole: Buffer) => Buffer): Buffer {
  let done = false
  const parts = chunksOf(png).map((c) => {
    if (done || c.type !== type) return c.whole
    done = true
    return by(Buffer.from(c.whole))
  })
  return join(...parts)
}
