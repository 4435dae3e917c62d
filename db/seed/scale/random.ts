/** Numbers that look like chance and are the same for the same seed. */
export interface Random {
  /** A whole number from 0 to below. */
  readonly below: (limit: number) => number
  readonly chance: (share: number) => boolean
  readonly pick: <T>(values: readonly T[]) => T
  /** An id of 24 hex characters; later ones, and those of later batches, sort behind: a load appends. */
  readonly id: () => string
}

/** Mulberry32. @param seed any whole number @param batch the ids of two batches differ */
export function randomOf(seed: number, batch = 0): Random {
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
    id: () => hex(batch, 6) + hex(++made, 6) + hex(below(2 ** 24), 6) + hex(below(2 ** 24), 6),
  }
}

/** Prime, so that numbers below any limit that it does not divide meet only themselves. */
const SCATTER = 100_000_007
const ROOM = 23 ** 6

/**
 * Draws for a receipt number that no other of the crowd has: on a busy day of a province chance alone would
 * give one number twice. @param serial below 23⁶, another for each receipt
 */
export function scattered(serial: number): (limit: number) => number {
  let rest = (serial * SCATTER) % ROOM
  return (limit) => {
    const drawn = rest % limit
    rest = Math.floor(rest / limit)
    return drawn
  }
}
