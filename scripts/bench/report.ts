import type { Measured } from './rounds.ts'

/** A goal on a ratio or on a plain value. */
export interface Goal {
  readonly most?: number
  readonly least?: number
}

export interface Row {
  /** `P8`. */
  readonly metric: string
  readonly what: string
  readonly measured: Measured
  /** The value that the goal is set on: the median ratio, unless another is named. */
  readonly value?: number
  readonly goal: Goal | undefined
}

export type Verdict = 'met' | 'missed' | 'undecided' | ''

/** A goal that is nearer to the value than the machine's own noise is neither met nor missed. */
export function verdictOf({ measured, goal, value = measured.ratio.median }: Row): Verdict {
  if (!goal) return ''
  const limit = goal.most ?? goal.least ?? 1
  const noise = measured.same.off * measured.ratio.median
  if (Math.abs(value - limit) < (value === measured.ratio.median ? noise : 0)) return 'undecided'
  const met =
    value <= (goal.most ?? Number.POSITIVE_INFINITY) && value >= (goal.least ?? Number.NEGATIVE_INFINITY)
  return met ? 'met' : 'missed'
}

const number = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(2))
const spread = ({ median, low, high }: Measured['same']) =>
  `${number(median)} (${number(low)}–${number(high)})`
const goalText = ({ most, least }: Goal) => (most === undefined ? `≥ ${least}` : `≤ ${most}`)

/** One line of the table that a part prints. */
export function lineOf(row: Row): string {
  const { metric, what, measured, goal, value } = row
  const { first, second, unit, ratio, same } = measured
  const cells = [
    metric,
    what,
    `${number(first)} ${unit}`,
    `${number(second)} ${unit}`,
    spread(ratio),
    spread(same),
    value === undefined ? '' : number(value),
    goal ? goalText(goal) : '',
    verdictOf(row),
  ]
  return `| ${cells.join(' | ')} |`
}

/** The head of that table. */
export const headOfTable = (first: string, second: string): string =>
  `| | | ${first} | ${second} | ratio | same | value | goal | |\n|---|---|---|---|---|---|---|---|---|`
