import { deflateSync } from 'node:zlib'
import { diploma, jpeg, png } from '../bases.ts'
import { directory, exif, phoneExif, segment, segmentsOf, tiff, withSegments } from '../jpeg.ts'
import { chunk, withChunks } from '../png.ts'
import { type Family, family, MARKER, randomBytes } from '../sample.ts'

const words = (length: number) =>
  Buffer.from(MARKER.repeat(Math.ceil(length / MARKER.length)).slice(0, length))
const app = (marker: number, head: string, length: number) =>
  segment(marker, Buffer.concat([Buffer.from(head, 'latin1'), words(length)]))
const inJpeg =
  (...more: readonly Buffer[]) =>
  async () =>
    withSegments(await diploma(), ...more)
const inPng = (type: string, data: () => Buffer) => async () => withChunks(await png(), chunk(type, data()))
const XMP = 'http://ns.adobe.com/xap/1.0/\0'
const MORE_XMP = 'http://ns.adobe.com/xmp/extension/\0'
const packed = (head: string, bytes: number) =>
  Buffer.concat([Buffer.from(head, 'latin1'), deflateSync(Buffer.alloc(bytes, MARKER))])

/** A small JPEG inside the EXIF, as cameras have it, itself with the place where it was taken. */
async function thumbnail(): Promise<Buffer> {
  const small = withSegments(await jpeg(), exif(phoneExif(1, MARKER)))
  const first = directory([], 8, 14)
  const second = directory(
    [
      [0x0201, 4, 1, 44],
      [0x0202, 4, 1, small.length],
    ],
    14,
  )
  return withSegments(await diploma(), exif(Buffer.concat([tiff(first, second), small])))
}

/** A directory that names itself as the next one. */
const endless = () => exif(tiff(directory([[0x0112, 3, 1, 1]], 8, 8)))

/** Good pictures that say too much about themselves: taken, and nothing of it is left. */
export const metadata: readonly Family[] = [
  family('said', 'education', /^(accepted 720×540|adjusted 720×540 turned|broken)$/, [
    ['EXIF with a place', inJpeg(exif(phoneExif(1, MARKER)))],
    ['EXIF with a place, upside down', inJpeg(exif(phoneExif(3, MARKER)))],
    ['EXIF of orientation 0', inJpeg(exif(phoneExif(0, MARKER)))],
    ['EXIF of orientation 9', inJpeg(exif(phoneExif(9, MARKER)))],
    ['EXIF of orientation 65535', inJpeg(exif(phoneExif(65_535, MARKER)))],
    ['EXIF twice', inJpeg(exif(phoneExif(1, MARKER)), exif(phoneExif(3, MARKER)))],
    ['EXIF of 65 kB', inJpeg(exif(Buffer.concat([phoneExif(1, MARKER), words(65_000)])))],
    ['EXIF that names itself', inJpeg(endless())],
    ['EXIF of 65535 tags that are not there', inJpeg(exif(tiff(Buffer.from([0xff, 0xff, 1, 1]))))],
    ['EXIF whose values lie outside', inJpeg(exif(tiff(directory([[0x010f, 2, 0xffffff, 0x7fffffff]]))))],
    ['EXIF of noise', inJpeg(exif(randomBytes(3000, 8)))],
    ['EXIF of nothing', inJpeg(segment(0xe1, 'Exif\0\0'))],
    ['EXIF cut off', inJpeg(exif(phoneExif(1, MARKER).subarray(0, 30)))],
    ['a thumbnail with a place', thumbnail],
    ['a maker’s note of 60 kB', inJpeg(exif(tiff(directory([[0x927c, 7, 60_000, words(60_000)]]))))],
    ['XMP', inJpeg(app(0xe1, XMP, 2000))],
    ['XMP of 65 kB', inJpeg(app(0xe1, XMP, 65_000))],
    ['XMP continued 60 times', inJpeg(...Array.from({ length: 60 }, () => app(0xe1, MORE_XMP, 65_000)))],
    ['IPTC', inJpeg(app(0xed, 'Photoshop 3.0\x008BIM\x04\x04', 3000))],
    ['a comment', inJpeg(segment(0xfe, words(2000)))],
    ['2000 comments', inJpeg(...Array.from({ length: 2000 }, () => segment(0xfe, words(100))))],
    ['100 comments of 65 kB', inJpeg(...Array.from({ length: 100 }, () => segment(0xfe, words(65_000))))],
    ['APP0 to APP15', inJpeg(...Array.from({ length: 16 }, (_, n) => app(0xe0 + n, '', 1000)))],
    ['Flashpix', inJpeg(app(0xe2, 'FPXR\0', 30_000))],
    ['Ducky', inJpeg(app(0xec, 'Ducky\0', 100))],
    ['JFIF with a thumbnail', inJpeg(app(0xe0, 'JFIF\0\x01\x02\0\0\x48\0\x48\x10\x10', 768))],
    ['Adobe marker of an unknown transform', inJpeg(segment(0xee, 'Adobe\0\x64\0\0\0\0\x09'))],
    ['7 MB of zeros behind it', async () => Buffer.concat([await diploma(), Buffer.alloc(7_000_000)])],
    ['7 MB of marks behind it', async () => Buffer.concat([await diploma(), words(7_000_000)])],
    ['7 MB of ones behind it', async () => Buffer.concat([await diploma(), Buffer.alloc(7_000_000, 0xff)])],
    [
      'a second JPEG behind it',
      async () => Buffer.concat([await diploma(), withSegments(await jpeg(), exif(phoneExif(1, MARKER)))]),
    ],
    ['two pictures in one (MPO)', mpo],
  ]),
  family('said-png', 'portrait', /^(adjusted 295×413 (turned,)?(cropped,)?shrunk|broken|tooLarge)$/, [
    ['EXIF with a place', inPng('eXIf', () => phoneExif(1, MARKER))],
    ['EXIF with a place, upside down', inPng('eXIf', () => phoneExif(3, MARKER))],
    ['EXIF of noise', inPng('eXIf', () => randomBytes(3000, 9))],
    ['text of 6 MB', inPng('tEXt', () => Buffer.concat([Buffer.from('Comment\0'), words(6_000_000)]))],
    [
      'text of 16 MB',
      inPng('iTXt', () => Buffer.concat([Buffer.from('Comment\0\0\0\0\0'), words(16_000_000)])),
    ],
    ['text that unpacks to 64 MB', inPng('zTXt', () => packed('Comment\0\0', 64_000_000))],
    ['text that unpacks to 400 MB', inPng('zTXt', () => packed('Comment\0\0', 400_000_000))],
    [
      'international text that unpacks to 64 MB',
      inPng('iTXt', () => packed('Comment\0\x01\0\0\0', 64_000_000)),
    ],
    ['XMP', inPng('iTXt', () => Buffer.concat([Buffer.from('XML:com.adobe.xmp\0\0\0\0\0'), words(2000)]))],
    [
      '3000 texts',
      async () =>
        withChunks(
          await png(),
          ...Array.from({ length: 3000 }, (_, n) => chunk('tEXt', Buffer.from(`K${n}\0${MARKER}`))),
        ),
    ],
    ['a time that does not exist', inPng('tIME', () => Buffer.from([0, 0, 99, 99, 99, 99, 99]))],
    [
      'EXIF in hexadecimal text',
      inPng('tEXt', () =>
        Buffer.from(`Raw profile type exif\0\nexif\n 8\n${Buffer.from(MARKER).toString('hex')}`),
      ),
    ],
    [
      'a key of 200 letters',
      inPng('tEXt', () => Buffer.concat([Buffer.alloc(200, 'k'), Buffer.from('\0x')])),
    ],
    ['text without a key', inPng('tEXt', () => Buffer.from(`\0${MARKER}`))],
  ]),
]

async function mpo(): Promise<Buffer> {
  const second = await jpeg()
  const first = withSegments(await diploma(), app(0xe2, 'MPF\0', 90))
  return Buffer.concat([first, second, ...segmentsOf(second).map((s) => s.whole)])
}
