import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { png } from '../bases.ts'
import { type Family, family, random } from '../sample.ts'

/** Turns single bits at places that the seed chooses, behind the first bytes. */
function flip(bytes: Buffer, seed: number, count: number): Buffer {
  const next = random(seed)
  const copy = Buffer.from(bytes)
  for (let n = 0; n < count; n++) {
    const at = 12 + Math.floor(next() * (copy.length - 12))
    copy[at] = (copy[at] ?? 0) ^ (1 << Math.floor(next() * 8))
  }
  return copy
}

// Committed files: what a turned bit does depends on every byte around it.
const drawn = (name: string) => () =>
  readFile(join(import.meta.dirname, '../../../../db/seed/pictures', `${name}-portrait.jpg`))

const many = (what: string, base: () => Promise<Buffer>, seed: number, amount: number, bits: number) =>
  Array.from(
    { length: amount },
    (_, n) => [`${bits} of ${what}, ${n + 1}`, async () => flip(await base(), seed + n, bits)] as const,
  )

/** Good files with a few bits turned. A picture that still opens is the sender's own. */
export const flips: readonly Family[] = [
  family('flip', 'portrait', /^(broken|accepted 295×413|adjusted 295×413 .*|tooSmall .*|tooManyPixels .*)$/, [
    ...many('JPEG', drawn('wangfang'), 100, 25, 1),
    ...many('JPEG', drawn('zhangwei'), 200, 20, 8),
    ...many('JPEG', drawn('liuyang'), 300, 15, 200),
    ...many('PNG', png, 400, 20, 1),
    ...many('PNG', png, 500, 10, 8),
  ]),
]
