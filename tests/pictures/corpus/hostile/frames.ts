import { deflateSync } from 'node:zlib'
import { facePixels, PORTRAIT, png } from '../bases.ts'
import { chunk, IEND, idat, ihdr, join, rowsOf } from '../png.ts'
import { type Family, family } from '../sample.ts'

const { width, height } = PORTRAIT

function control(sequence: number, size: { width: number; height: number }, x = 0): Buffer {
  const data = Buffer.alloc(26)
  for (const [n, value] of [sequence, size.width, size.height, x, 0].entries())
    data.writeUInt32BE(value, n * 4)
  data.writeUInt16BE(1, 20)
  data.writeUInt16BE(10, 22)
  return chunk('fcTL', data)
}
const number = (value: number) => {
  const data = Buffer.alloc(4)
  data.writeUInt32BE(value)
  return data
}

/** A moving PNG; its first frame is the picture. */
function moving(frames: number, { said = frames, size = PORTRAIT, x = 0 } = {}): Buffer {
  const rows = rowsOf(facePixels(), width, height)
  const packed = deflateSync(Buffer.alloc(rows.length))
  const more = Array.from({ length: frames - 1 }, (_, n) => [
    control(2 * n + 1, size, x),
    chunk('fdAT', Buffer.concat([number(2 * n + 2), packed])),
  ])
  const head = chunk('acTL', Buffer.concat([number(said), number(0)]))
  return join(ihdr(PORTRAIT), head, control(0, PORTRAIT), idat(rows), ...more.flat(), IEND)
}

/** Pictures of several pictures: the first is taken. */
export const frames: readonly Family[] = [
  family('frames', 'portrait', /^(adjusted 295×413 (cropped,)?shrunk|broken)$/, [
    ['2 of a moving PNG', () => moving(2)],
    ['50 of a moving PNG', () => moving(50)],
    ['1000 of a moving PNG', () => moving(1000)],
    ['more said than there are', () => moving(2, { said: 0x7fffffff })],
    ['none said', () => moving(2, { said: 0 })],
    ['a frame larger than the picture', () => moving(2, { size: { width: 60_000, height: 60_000 } })],
    ['a frame beside the picture', () => moving(2, { x: 0x7fffffff })],
    ['a frame of nothing', () => moving(2, { size: { width: 0, height: 0 } })],
    ['two PNGs, one behind the other', async () => Buffer.concat([await png(), await png()])],
  ]),
]
