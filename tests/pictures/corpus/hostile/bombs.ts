import { diploma, jpeg, progressive } from '../bases.ts'
import { saying } from '../jpeg.ts'
import { chunk, type Header, IEND, idat, ihdr, join, withChunks } from '../png.ts'
import { type Family, family } from '../sample.ts'

/** A PNG that says a size and brings a few bytes for it. */
const says = (header: Header) => join(ihdr(header), idat(Buffer.alloc(64)), IEND)
const square = (side: number, more: Partial<Header> = {}) => says({ width: side, height: side, ...more })

/** A PNG that keeps what it says, out of nothing. */
function full(width: number, height: number, depth: number, colour: number, channels: number): Buffer {
  const row = Math.ceil((width * depth * channels) / 8) + 1
  return join(ihdr({ width, height, depth, colour }), idat(Buffer.alloc(row * height)), IEND)
}

/** Sizes that are said or kept. */
export const bombs: readonly Family[] = [
  family('bomb', 'education', /^tooManyPixels \d+×\d+$/, [
    ...[8000, 10_000, 16_000, 30_000, 60_000, 65_535, 100_000, 1_000_000].map(
      (side) => [`PNG of ${side}²`, () => square(side)] as const,
    ),
    ...[7072, 16_384, 60_000].map(
      (side) => [`grey PNG of one bit, ${side}²`, () => square(side, { depth: 1, colour: 0 })] as const,
    ),
    ['PNG of 16 bits and alpha, 20000²', () => square(20_000, { depth: 16, colour: 6 })],
    ['palette PNG, 50000²', () => withChunks(square(50_000, { colour: 3 }), chunk('PLTE', [0, 0, 0]))],
    ['interlaced PNG, 30000²', () => square(30_000, { rest: [0, 0, 1] })],
    ['PNG of 100000×501', () => says({ width: 100_000, height: 501 })],
    ['PNG of 501×100000', () => says({ width: 501, height: 100_000 })],
    ['a real one-bit PNG of 16000²', () => full(16_000, 16_000, 1, 0, 1)],
    ['a real PNG of 8000×6251', () => full(8000, 6251, 8, 0, 1)],
    ...[
      [60_000, 60_000],
      [65_500, 65_500],
      [8192, 6104],
      [50_001, 1000],
    ].flatMap(([width = 0, height = 0]) => [
      [`JPEG of ${width}×${height}`, async () => saying(await jpeg(), width, height)] as const,
      [
        `progressive JPEG of ${width}×${height}`,
        async () => saying(await progressive(), width, height),
      ] as const,
    ]),
  ]),
  family('size', 'education', /^(broken|tooSmall \d+×\d+)$/, [
    ['PNG of 7071², no pixels', () => square(7071)],
    ['PNG of 7071² of 16 bits, no pixels', () => square(7071, { depth: 16, colour: 6 })],
    ['PNG of 30000×2', () => says({ width: 30_000, height: 2 })],
    ['JPEG of 30000×2', async () => saying(await jpeg(), 30_000, 2)],
    ['PNG of 1×1', () => square(1)],
    ['PNG of 1×65535', () => says({ width: 1, height: 65_535 })],
    ['PNG of 65535×1', () => says({ width: 65_535, height: 1 })],
    ['PNG of 0×0', () => square(0)],
    ['PNG of 0×1000', () => says({ width: 0, height: 1000 })],
    ['PNG of 1000×0', () => says({ width: 1000, height: 0 })],
    ['PNG of 2147483648²', () => square(2 ** 31)],
    ['PNG of 4294967295²', () => square(2 ** 32 - 1)],
    ['PNG of 2147483647×1', () => says({ width: 2 ** 31 - 1, height: 1 })],
    ['JPEG of 0×0', async () => saying(await jpeg(), 0, 0)],
    ['JPEG without a height', async () => saying(await jpeg(), 720, 0)],
    ['JPEG without a width', async () => saying(await jpeg(), 0, 540)],
    ['JPEG of 1×1', async () => saying(await jpeg(), 1, 1)],
    ['JPEG of 65535×1', async () => saying(await jpeg(), 65_535, 1)],
    ['699×500', async () => saying(await diploma(), 699, 500)],
    ['700×499', async () => saying(await diploma(), 700, 499)],
  ]),
  // The decoder fills what is missing with grey and only warns, as it does for files of some phones.
  family('grey', 'education', /^adjusted \d+×\d+ shrunk$/, [
    ['JPEG of 7000×7000 with the pixels of 720×540', async () => saying(await diploma(), 7000, 7000)],
    ['JPEG that is higher than its pixels', async () => saying(await diploma(), 720, 5400)],
  ]),
]
