/** How much is done, and from which seed; `npm run test:deep` and the operator set other values. */
function amount(name: string, fallback: number): number {
  const text = process.env[name]
  if (!text) return fallback
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) throw new Error(`${name} must be a whole number from 1 on.`)
  return value
}

/** Kills, of a process that writes to the store and of the whole service. */
export const CYCLES = amount('FAULT_CYCLES', 10)
/** Acknowledgements in the order test. */
export const ORDER_ACKS = amount('FAULT_ACKS', 400)
/** Printed by each suite, so that the moments of a failure can be chosen again. */
export const SEED = amount('FAULT_SEED', (Date.now() % 1_000_000) + 1)

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
