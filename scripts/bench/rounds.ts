/** What rounds have measured: medians, and each round's ratio of the second contestant to the first. */
export interface Measured {
  readonly unit: string
  /** Medians of the first and the second contestant. */
  readonly first: number
  readonly second: number
  readonly ratio: Spread
  /** The first against itself in the same rounds: what the machine alone makes of a ratio. */
  readonly same: Spread
}

export interface Spread {
  readonly median: number
  readonly low: number
  readonly high: number
  /** The median distance from 1. */
  readonly off: number
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [a = Number.NaN, b = Number.NaN] = [sorted[middle - 1], sorted[middle]]
  return sorted.length % 2 === 1 ? b : (a + b) / 2
}

const spreadOf = (ratios: readonly number[]): Spread => ({
  median: median(ratios),
  low: Math.min(...ratios),
  high: Math.max(...ratios),
  off: median(ratios.map((ratio) => Math.abs(ratio - 1))),
})

type Contestant = () => Promise<number>

/**
 * Measures two contestants in turn, the first of them twice, the order turned round each time. A round
 * before the first one warms them and is thrown away.
 */
export async function compete(
  first: Contestant,
  second: Contestant,
  asked: { readonly rounds: number; readonly unit: string },
): Promise<Measured> {
  const seen: { first: number; second: number; again: number }[] = []
  for (let round = 0; round <= asked.rounds; round++) {
    const turn = { first: 0, second: 0, again: 0 }
    const run = async (name: keyof typeof turn) => {
      turn[name] = await (name === 'second' ? second : first)()
    }
    const order = ['first', 'second', 'again'] as const
    for (const name of round % 2 === 0 ? order : order.toReversed()) await run(name)
    if (round > 0) seen.push(turn)
  }
  return {
    unit: asked.unit,
    first: median(seen.map((turn) => turn.first)),
    second: median(seen.map((turn) => turn.second)),
    ratio: spreadOf(seen.map((turn) => turn.second / turn.first)),
    same: spreadOf(seen.map((turn) => turn.again / turn.first)),
  }
}
