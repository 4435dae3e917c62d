/** A marker segment with its right length. */
export function segment(marker: number, data: Buffer | string): Buffer {
  const body = typeof data === 'string' ? Buffer.from(data, 'latin1') : data
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

interface Segment {
  readonly marker: number
  /** From its 0xff up to the next segment; the data of a scan belongs to it. */
  readonly whole: Buffer
}

/** The segments of a JPEG that is whole, between its first and its last marker. */
export function segmentsOf(jpeg: Buffer): Segment[] {
  const found: Segment[] = []
  for (let at = 2; at < jpeg.length - 2; ) {
    const marker = jpeg[at + 1] ?? 0
    let end = at + 2 + jpeg.readUInt16BE(at + 2)
    if (marker === 0xda) end = scanEnd(jpeg, end)
    found.push({ marker, whole: jpeg.subarray(at, end) })
    at = end
  }
  return found
}

function scanEnd(jpeg: Buffer, from: number): number {
  for (let at = from; at < jpeg.length - 1; at++) {
    const next = jpeg[at + 1] ?? 0
    const inside = next === 0 || (next >= 0xd0 && next <= 0xd7)
    if (jpeg[at] === 0xff && !inside) return at
  }
  return jpeg.length
}

export const SOI = Buffer.from([0xff, 0xd8])
export const EOI = Buffer.from([0xff, 0xd9])

export const join = (...parts: readonly Buffer[]): Buffer => Buffer.concat([SOI, ...parts, EOI])

/** The JPEG with more segments in front of all others. */
export const withSegments = (jpeg: Buffer, ...more: readonly Buffer[]): Buffer =>
  Buffer.concat([SOI, ...more, jpeg.subarray(2)])

/** Without the segments of a marker. */
export const without = (jpeg: Buffer, marker: number): Buffer =>
  join(...segmentsOf(jpeg).flatMap((s) => (s.marker === marker ? [] : [s.whole])))

/** Changes the first segment of a marker. */
export function swap(jpeg: Buffer, marker: number, by: (whole: Buffer) => Buffer): Buffer {
  let done = false
  const parts = segmentsOf(jpeg).map((s) => {
    if (done || s.marker !== marker) return s.whole
    done = true
    return by(Buffer.from(s.whole))
  })
  return join(...parts)
}

/** The same picture that says another size; baseline or progressive. */
export function saying(jpeg: Buffer, width: number, height: number): Buffer {
  const marker = segmentsOf(jpeg).find((s) => s.marker >= 0xc0 && s.marker <= 0xc2)?.marker ?? 0xc0
  return swap(jpeg, marker, (whole) => {
    whole.writeUInt16BE(height, 5)
    whole.writeUInt16BE(width, 7)
    return whole
  })
}

type Tag = readonly [tag: number, type: number, count: number, value: number | Buffer]

/** A TIFF directory as EXIF has it, little-endian, values of more than four bytes behind it. */
export function directory(tags: readonly Tag[], at = 8, next = 0): Buffer {
  const head = Buffer.alloc(2 + tags.length * 12 + 4)
  const behind: Buffer[] = []
  let free = at + head.length
  head.writeUInt16LE(tags.length, 0)
  for (const [n, [tag, type, count, value]] of tags.entries()) {
    const entry = 2 + n * 12
    head.writeUInt16LE(tag, entry)
    head.writeUInt16LE(type, entry + 2)
    head.writeUInt32LE(count, entry + 4)
    if (typeof value === 'number') head.writeUInt32LE(value, entry + 8)
    else {
      head.writeUInt32LE(free, entry + 8)
      behind.push(value)
      free += value.length
    }
  }
  head.writeUInt32LE(next, head.length - 4)
  return Buffer.concat([head, ...behind])
}

const TIFF = Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0])

/** EXIF data without its JPEG frame. */
export const tiff = (...directories: readonly Buffer[]): Buffer => Buffer.concat([TIFF, ...directories])

export const exif = (data: Buffer): Buffer => segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), data]))

/** EXIF of a phone: maker, orientation, where it was taken. */
export function phoneExif(orientation: number, marker: string): Buffer {
  const words = Buffer.from(`${marker} phone\0`)
  const gps = 8 + 2 + 3 * 12 + 4 + words.length
  const degrees = Buffer.alloc(24)
  for (const [n, value] of [34, 1, 45, 1, 123, 10].entries()) degrees.writeUInt32LE(value, n * 4)
  const main = directory([
    [0x010f, 2, words.length, words],
    [0x0112, 3, 1, orientation],
    [0x8825, 4, 1, gps],
  ])
  const place = directory(
    [
      [1, 2, 2, 0x4e],
      [2, 5, 3, degrees],
      [29, 2, marker.length + 1, Buffer.from(`${marker}\0`)],
    ],
    gps,
  )
  return tiff(main, place)
}
