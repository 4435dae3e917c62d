import { deflateSync, inflateSync } from 'node:zlib'
import { facePixels, PORTRAIT, png } from '../bases.ts'
import { chunk, chunksOf, type Header, IEND, idat, ihdr, join, rowsOf, swap, withChunks } from '../png.ts'
import { type Family, family, once, randomBytes } from '../sample.ts'

const { width, height } = PORTRAIT
const rows = once(() => rowsOf(facePixels(), width, height))
const plain = (data: Buffer, header: Partial<Header> = {}) =>
  join(ihdr({ width, height, ...header }), data, IEND)
const packed = (data: Buffer) => chunk('IDAT', data)

const set = (type: string, at: number, value: number) => async () =>
  swap(await png(), type, (whole) => {
    whole[at < 0 ? whole.length + at : at] = value
    return whole
  })
/** With a length that is not its own. */
const long = (type: string, by: number) => async () =>
  swap(await png(), type, (whole) => {
    whole.writeUInt32BE((whole.readUInt32BE(0) + by) >>> 0, 0)
    return whole
  })
const drop = (type: string) => async () =>
  join(...chunksOf(await png()).flatMap((c) => (c.type === type ? [] : [c.whole])))
const header = (changes: Partial<Header>) => async () =>
  swap(await png(), 'IHDR', () => ihdr({ width, height, ...changes }))

/** PNG files whose chunks are wrong. */
export const chunks: readonly Family[] = [
  family('chunk', 'portrait', /^(broken|adjusted 295×413 (cropped,)?shrunk|tooManyPixels .*|tooSmall .*)$/, [
    ['wrong checksum of IHDR', set('IHDR', -1, 0x5a)],
    ['wrong checksum of IDAT', set('IDAT', -2, 0x5a)],
    ['wrong checksum of IEND', set('IEND', -3, 0x5a)],
    ['IHDR one byte too long', long('IHDR', 1)],
    ['IHDR one byte too short', long('IHDR', -1)],
    ['IDAT one byte too long', long('IDAT', 1)],
    ['IDAT one byte too short', long('IDAT', -1)],
    ['IDAT of two gigabytes', long('IDAT', 0x7fff0000)],
    ['IDAT of a negative length', long('IDAT', 0xf0000000)],
    ['IEND with a length', long('IEND', 9)],
    ['no IHDR', drop('IHDR')],
    ['no IDAT', drop('IDAT')],
    ['no IEND', drop('IEND')],
    ['IHDR twice', async () => withChunks(await png(), ihdr({ width, height }))],
    ['a second, larger IHDR', async () => withChunks(await png(), ihdr({ width: 60_000, height: 60_000 }))],
    ['IDAT before IHDR', () => join(idat(rows()), ihdr({ width, height }), IEND)],
    ['an unknown critical chunk', async () => withChunks(await png(), chunk('ABCD', [1, 2, 3]))],
    ['an unknown ancillary chunk', async () => withChunks(await png(), chunk('abCd', [1, 2, 3]))],
    ['a chunk whose name is not letters', async () => withChunks(await png(), chunk('\0\0\0\0', [1]))],
    ['depth 3', header({ depth: 3 })],
    ['depth 0', header({ depth: 0 })],
    ['depth 255', header({ depth: 255 })],
    ['colour 1', header({ colour: 1 })],
    ['colour 7', header({ colour: 7 })],
    ['colour and depth that do not go together', header({ colour: 2, depth: 4 })],
    ['compression 1', header({ rest: [1, 0, 0] })],
    ['filter method 1', header({ rest: [0, 1, 0] })],
    ['interlacing 2', header({ rest: [0, 0, 2] })],
    ['says interlaced and is not', header({ rest: [0, 0, 1] })],
    ['says 16 bits and has 8', header({ depth: 16 })],
    ['says grey and has colour', header({ colour: 0 })],
    ['says alpha and has none', header({ colour: 6 })],
    ['twice as high as its pixels', header({ height: height * 2 })],
    ['palette without PLTE', header({ colour: 3 })],
    ['PLTE of 256 and one', async () => withChunks(await png(), chunk('PLTE', Buffer.alloc(771)))],
    ['PLTE of 4 bytes', async () => withChunks(await png(), chunk('PLTE', Buffer.alloc(4)))],
    ['filter 9 on every row', () => plain(idat(rowsOf(facePixels(), width, height, 9)))],
    ['filter 255 on every row', () => plain(idat(rowsOf(facePixels(), width, height, 255)))],
    ['stored, not deflated', () => plain(packed(rows()))],
    ['deflated without its head', () => plain(packed(deflateSync(rows()).subarray(2)))],
    ['deflated, its checksum wrong', () => plain(packed(wrongSum(deflateSync(rows()))))],
    ['deflated noise', () => plain(packed(randomBytes(4000, 41)))],
    ['half of its rows', () => plain(idat(rows().subarray(0, rows().length / 2)))],
    ['twice its rows', () => plain(idat(Buffer.concat([rows(), rows()])))],
    ['IDAT of nothing', () => plain(packed(Buffer.alloc(0)))],
    ['2000 empty IDATs', () => join(ihdr({ width, height }), ...emptyOnes(2000), idat(rows()), IEND)],
    ['IDAT in pieces of one byte', async () => join(ihdr({ width, height }), ...crumbs(await png()), IEND)],
    ['rows that inflate to 200 times the picture', () => plain(idat(Buffer.alloc(76_000_000)))],
    ['tRNS of 5 bytes', async () => withChunks(await png(), chunk('tRNS', [0, 1, 2, 3, 4]))],
    ['gAMA of zero', async () => withChunks(await png(), chunk('gAMA', [0, 0, 0, 0]))],
    ['gAMA of the largest', async () => withChunks(await png(), chunk('gAMA', [0xff, 0xff, 0xff, 0xff]))],
    ['cHRM of zeros', async () => withChunks(await png(), chunk('cHRM', Buffer.alloc(32)))],
    ['pHYs of the largest', async () => withChunks(await png(), chunk('pHYs', Buffer.alloc(9, 0xff)))],
    ['sBIT of zeros', async () => withChunks(await png(), chunk('sBIT', [0, 0, 0]))],
  ]),
]

const emptyOnes = (count: number) => Array.from({ length: count }, () => packed(Buffer.alloc(0)))
const crumbs = (whole: Buffer) => {
  const data = chunksOf(whole).flatMap((c) => (c.type === 'IDAT' ? [c.whole.subarray(8, -4)] : []))
  return [...deflateSync(inflateSync(Buffer.concat(data)))].map((byte) => packed(Buffer.from([byte])))
}
const wrongSum = (data: Buffer) => {
  data.writeUInt32BE(0x12345678, data.length - 4)
  return data
}
