import { diploma, interlaced, jpeg, png, progressive } from '../bases.ts'
import { type Family, family } from '../sample.ts'

const PERCENT = [1, 2, 5, 10, 20, 30, 40, 50, 60, 70, 80, 85, 90, 95, 97, 99]

const BASES = [
  ['JPEG', jpeg],
  ['progressive JPEG', progressive],
  ['PNG', png],
  ['interlaced PNG', interlaced],
] as const

/** Uploads that broke off. */
export const cut: readonly Family[] = [
  family(
    'cut',
    'portrait',
    /^broken$/,
    BASES.flatMap(([name, base]) =>
      PERCENT.map(
        (percent) =>
          [
            `${name} at ${percent} %`,
            async () => {
              const whole = await base()
              return whole.subarray(0, Math.floor((whole.length * percent) / 100))
            },
          ] as const,
      ),
    ),
  ),
  family('ends', 'education', /^(broken|accepted 720×540)$/, [
    ['without its last marker', async () => (await diploma()).subarray(0, -2)],
    ['in the middle of its last marker', async () => (await diploma()).subarray(0, -1)],
    ['a hole of 400 bytes', async () => hole(await diploma(), 400)],
    ['a hole of 4000 bytes', async () => hole(await diploma(), 4000)],
    ['the second half twice', async () => twice(await diploma())],
    ['its halves changed round', async () => round(await diploma())],
  ]),
]

function hole(bytes: Buffer, length: number): Buffer {
  const at = bytes.length >> 1
  return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)])
}
const twice = (bytes: Buffer) => Buffer.concat([bytes, bytes.subarray(bytes.length >> 1)])
const round = (bytes: Buffer) => {
  const at = bytes.length >> 1
  return Buffer.concat([bytes.subarray(0, 4), bytes.subarray(at), bytes.subarray(4, at)])
}
