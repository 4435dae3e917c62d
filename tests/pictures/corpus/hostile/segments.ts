import { jpeg, progressive } from '../bases.ts'
import { EOI, join, SOI, segment, segmentsOf, swap, without, withSegments } from '../jpeg.ts'
import { type Family, family } from '../sample.ts'

const [SOF, PROGRESSIVE, DHT, DQT, SOS] = [0xc0, 0xc2, 0xc4, 0xdb, 0xda]

const set = (marker: number, at: number, value: number) => async () =>
  swap(await jpeg(), marker, (whole) => {
    whole[at] = value
    return whole
  })
const twice = (marker: number) => async () =>
  swap(await jpeg(), marker, (whole) => Buffer.concat([whole, whole]))
const scans = async (count: number) => {
  const parts = segmentsOf(await progressive())
  const last = parts.findLast((s) => s.marker === SOS)
  return join(...parts.map((s) => s.whole), ...Array.from({ length: count }, () => last?.whole ?? SOI))
}

/** JPEG files whose segments are wrong. */
export const segments: readonly Family[] = [
  family(
    'segment',
    'portrait',
    /^(broken|adjusted 295×413 (turned,)?(cropped,)?shrunk|tooSmall .*|tooManyPixels .*|wrongKind other)$/,
    [
      ['no tables of Huffman', async () => without(await jpeg(), DHT)],
      ['no quantisation', async () => without(await jpeg(), DQT)],
      ['no frame', async () => without(await jpeg(), SOF)],
      ['no scan', async () => without(await jpeg(), SOS)],
      ['nothing between its ends', () => join()],
      ['its first marker alone', () => Buffer.concat([SOI, Buffer.from([0xff])])],
      ['two frames', twice(SOF)],
      ['two scans', twice(SOS)],
      ['tables twice', twice(DHT)],
      ['a second, larger frame', async () => larger(await jpeg())],
      ['frame of 0 components', set(SOF, 9, 0)],
      ['frame of 2 components', set(SOF, 9, 2)],
      ['frame of 4 components', set(SOF, 9, 4)],
      ['frame of 255 components', set(SOF, 9, 255)],
      ['sampling 0×0', set(SOF, 11, 0)],
      ['sampling 15×15', set(SOF, 11, 0xff)],
      ['sampling 4×4', set(SOF, 11, 0x44)],
      ['sampling 3×1', set(SOF, 11, 0x31)],
      ['a quantisation that is not there', set(SOF, 12, 3)],
      ['quantisation 255', set(SOF, 12, 255)],
      ['precision 12', set(SOF, 4, 12)],
      ['precision 1', set(SOF, 4, 1)],
      ['frame length 0', set(SOF, 3, 0)],
      ['frame length 255', set(SOF, 3, 255)],
      ['tables length 0', set(DHT, 3, 0)],
      ['tables of 65535', set(DHT, 2, 255)],
      ['tables of 255 codes of one bit', set(DHT, 5, 255)],
      ['table number 15', set(DHT, 4, 0x0f)],
      ['quantisation by zero', zeros],
      ['scan of 0 components', set(SOS, 4, 0)],
      ['scan of 9 components', set(SOS, 4, 9)],
      ['scan of a component that is not there', set(SOS, 5, 99)],
      ['scan by tables that are not there', set(SOS, 6, 0x33)],
      ['lossless frame', set(SOF, 1, 0xc3)],
      ['arithmetic frame', set(SOF, 1, 0xc9)],
      ['frame of JPEG-LS', set(SOF, 1, 0xf7)],
      ['hierarchical frame', set(SOF, 1, 0xc5)],
      ['baseline that says progressive', set(SOF, 1, PROGRESSIVE)],
      ['progressive that says baseline', async () => baseline(await progressive())],
      [
        'restart after every block, none there',
        async () => withSegments(await jpeg(), segment(0xdd, '\0\u0001')),
      ],
      ['restart interval of one byte', async () => withSegments(await jpeg(), segment(0xdd, '\0'))],
      ['a segment of length 0', async () => withSegments(await jpeg(), Buffer.from([0xff, 0xe5, 0, 0]))],
      ['a segment of length 1', async () => withSegments(await jpeg(), Buffer.from([0xff, 0xe5, 0, 1]))],
      [
        'a segment longer than the file',
        async () => withSegments(await jpeg(), Buffer.from([0xff, 0xe5, 0xff, 0xff])),
      ],
      ['1000 bytes of filling', async () => withSegments(await jpeg(), Buffer.alloc(1000, 0xff))],
      ['bytes between segments', async () => withSegments(await jpeg(), Buffer.alloc(100, 0x20))],
      ['a second beginning inside', async () => withSegments(await jpeg(), SOI)],
      ['an end before the frame', async () => withSegments(await jpeg(), EOI)],
      ['40 scans more', () => scans(40)],
      ['200 scans more', () => scans(200)],
      ['1000 scans more', () => scans(1000)],
    ],
  ),
]

const larger = async (whole: Buffer) =>
  swap(whole, SOF, (frame) => {
    const second = Buffer.from(frame)
    second.writeUInt16BE(60_000, 5)
    second.writeUInt16BE(60_000, 7)
    return Buffer.concat([frame, second])
  })
const baseline = (whole: Buffer) =>
  swap(whole, PROGRESSIVE, (frame) => {
    frame[1] = SOF
    return frame
  })
async function zeros(): Promise<Buffer> {
  return swap(await jpeg(), DQT, (whole) => whole.fill(0, 5))
}
