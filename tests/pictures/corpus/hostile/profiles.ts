import { deflateSync } from 'node:zlib'
import { diploma, png } from '../bases.ts'
import { segment, withSegments } from '../jpeg.ts'
import { chunk, withChunks } from '../png.ts'
import { type Family, family, MARKER, randomBytes } from '../sample.ts'

/** A profile in pieces, as JPEG has it; numbers from one. */
function pieces(profile: Buffer, numbers?: readonly number[]): Buffer[] {
  const size = 65_000
  const count = Math.max(1, Math.ceil(profile.length / size))
  return Array.from({ length: count }, (_, n) => {
    const head = Buffer.from([
      ...Buffer.from('ICC_PROFILE\0'),
      numbers?.[n] ?? n + 1,
      numbers?.[count] ?? count,
    ])
    return segment(0xe2, Buffer.concat([head, profile.subarray(n * size, (n + 1) * size)]))
  })
}

/** A profile's head that says what is asked; its body is what is given. */
function profile(body: Buffer, { space = 'RGB ', size = 0, kind = 'mntr', tags = 0 } = {}): Buffer {
  const head = Buffer.alloc(132)
  head.writeUInt32BE(size || head.length + body.length, 0)
  head.write('lcms', 4, 'latin1')
  head.writeUInt32BE(0x04300000, 8)
  head.write(`${kind}${space}XYZ `, 12, 'latin1')
  head.write('acsp', 36, 'latin1')
  head.writeUInt32BE(tags, 128)
  return Buffer.concat([head, body])
}
const mark = Buffer.from(MARKER)
const inJpeg = (icc: Buffer, numbers?: readonly number[]) => async () =>
  withSegments(await diploma(), ...pieces(icc, numbers))
const inPng = (icc: () => Buffer) => async () =>
  withChunks(await png(), chunk('iCCP', Buffer.concat([Buffer.from('p\0\0'), icc()])))

/** Colour profiles that are wrong: the colours are then those of sRGB, and nothing of the profile is left. */
export const profiles: readonly Family[] = [
  family('profile', 'education', /^(accepted 720×540|broken)$/, [
    ['of nothing', inJpeg(Buffer.alloc(0))],
    ['of noise', inJpeg(randomBytes(3000, 10))],
    ['of zeros', inJpeg(Buffer.alloc(3000))],
    ['without tags', inJpeg(profile(mark))],
    ['of four billion tags', inJpeg(profile(mark, { tags: 0xffffffff }))],
    ['of 100 tags of noise', inJpeg(profile(randomBytes(1300, 11), { tags: 100 }))],
    ['that says 4 GB', inJpeg(profile(mark, { size: 0xffffffff }))],
    ['that says 10 bytes', inJpeg(profile(mark, { size: 10 }))],
    ['of CMYK on colours', inJpeg(profile(mark, { space: 'CMYK' }))],
    ['of grey on colours', inJpeg(profile(mark, { space: 'GRAY' }))],
    ['of 15 colours', inJpeg(profile(mark, { space: 'FCLR' }))],
    ['of a link of devices', inJpeg(profile(mark, { kind: 'link' }))],
    ['of 3 MB', inJpeg(profile(Buffer.alloc(3_000_000, MARKER)))],
    ['whose pieces are numbered from zero', inJpeg(profile(Buffer.alloc(100_000, MARKER)), [0, 1, 2])],
    ['whose second piece is missing', inJpeg(profile(mark), [1, 2])],
    ['whose pieces are 255', inJpeg(profile(mark), [255, 255])],
  ]),
  family('profile-png', 'portrait', /^(adjusted 295×413 (cropped,)?shrunk|broken)$/, [
    ['of noise', inPng(() => randomBytes(3000, 12))],
    ['of packed noise', inPng(() => deflateSync(randomBytes(3000, 13)))],
    ['without tags', inPng(() => deflateSync(profile(mark)))],
    ['that unpacks to 64 MB', inPng(() => deflateSync(profile(Buffer.alloc(64_000_000, MARKER))))],
    ['that unpacks to 400 MB', inPng(() => deflateSync(profile(Buffer.alloc(400_000_000))))],
    ['of CMYK on colours', inPng(() => deflateSync(profile(mark, { space: 'CMYK' })))],
    [
      'twice',
      async () =>
        withChunks(await inPng(() => deflateSync(profile(mark)))(), chunk('iCCP', Buffer.from('p\0\0'))),
    ],
    [
      'beside sRGB',
      async () => withChunks(await inPng(() => deflateSync(profile(mark)))(), chunk('sRGB', [9])),
    ],
  ]),
]
