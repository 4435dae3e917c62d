/** Numbers that look like chance and are the same for the same seed. */
export interface Random {
  /** A whole number from 0 to below. */
  readonly below: (limit: number) => number
  readonly chance: (share: number) => boolean
  readonly pick: <T>(values: readonly T[]) => T
  /** An id of 24 hex characters; later ones sort behind, so that a load appends to its indices. */
  readonly id: () => string
}

/** Mulberry32. @param seed any whole number */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  let made = 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  const hex = (n: number, length: number) => n.toString(16).padStart(length, '0')
  return {
    below,
    chance: (share) => next() < share,
    pick: (values) => {
      const value = values[below(values.length)]
      if (value === undefined) throw new Error('Nothing to pick from.')
      return value
    },
    id: () => hex(++made, 8) + hex(below(2 ** 32), 8) + hex(below(2 ** 32), 8),
  }
}
