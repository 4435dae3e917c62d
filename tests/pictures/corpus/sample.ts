import type { SlotKind } from '#lib/collection/limits'

/** A file of the corpus. What must become of it stands in `verdicts.txt` under its id. */
export interface Sample {
  /** Family, number, what it is. */
  readonly id: string
  readonly slot: SlotKind
  readonly bytes: () => Promise<Buffer>
}

/** Files that are wrong, or suspect, in the same way. */
export interface Family {
  readonly name: string
  /** What may become of any of them: a second word beside the table, so that the table cannot drift. */
  readonly may: RegExp
  readonly samples: readonly Sample[]
}

type Made = Buffer | Promise<Buffer>

/** A family of one slot, its ids numbered in order. */
export function family(
  name: string,
  slot: SlotKind,
  may: RegExp,
  files: readonly (readonly [what: string, make: () => Made])[],
): Family {
  const samples = files.map(([what, make], at) => ({
    id: `${name}-${String(at + 1).padStart(3, '0')} ${what}`,
    slot,
    bytes: async () => make(),
  }))
  return { name, may, samples }
}

/** Numbers from 0 to below 1, the same for the same seed (a linear congruential generator). */
export function random(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** Bytes that compress to nothing smaller. */
export function randomBytes(length: number, seed: number): Buffer {
  const next = random(seed)
  return Buffer.from(Array.from({ length }, () => Math.floor(next() * 256)))
}

/** A value made once, when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** What is planted in files and must not be found in anything that is stored. */
export const MARKER = 'MARKER-3f9c'
