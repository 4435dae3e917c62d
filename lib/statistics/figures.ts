import type { Counted } from './counted.ts'
import { eighty, type Histogram, histogramOf, median } from './quantile.ts'

/** What one office, one prefecture or a whole area did in a period. */
export interface Figures {
  readonly submitted: number
  readonly approved: number
  readonly returned: number
  /** Returned among what was decided for the first time, 0–1; nothing when nothing was. */
  readonly returnRate: number | undefined
  /** Returned again among what had been returned and was decided again. */
  readonly againRate: number | undefined
  /** Working days from each submission to its decision. */
  readonly waits: Histogram
  readonly median: number | undefined
  readonly eighty: number | undefined
  /** Working days that offices had an application until it was approved, all rounds: half within these. */
  readonly spent: number | undefined
}

const rate = (part: number, whole: number) => (whole === 0 ? undefined : part / whole)

/** Adds up whatever is given to it. */
export function figuresOf(rows: readonly Counted[]): Figures {
  const sum = (holds: (row: Counted) => boolean) => rows.reduce((n, row) => n + (holds(row) ? row.n : 0), 0)
  const decided = rows.filter((row) => row.what !== 'submit')
  const waits = histogramOf(decided.map(({ waited, n }) => ({ days: waited, n })))
  const approvals = decided.filter((row) => row.what === 'approve')
  const returned = (again: boolean) => sum((row) => row.what === 'return' && row.round > 1 === again)
  const ofRound = (again: boolean) => sum((row) => row.what !== 'submit' && row.round > 1 === again)
  return {
    submitted: sum((row) => row.what === 'submit'),
    approved: sum((row) => row.what === 'approve'),
    returned: sum((row) => row.what === 'return'),
    returnRate: rate(returned(false), ofRound(false)),
    againRate: rate(returned(true), ofRound(true)),
    waits,
    median: median(waits),
    eighty: eighty(waits),
    spent: median(histogramOf(approvals.map(({ spent, n }) => ({ days: spent, n })))),
  }
}

/**
 * What an office of several does on average: counts a head, with one decimal; rates and times are those of all
 * applications together, so that a small office does not weigh as much as a large one.
 */
export function averageOf(rows: readonly Counted[], offices: number): Figures {
  const all = figuresOf(rows)
  const mean = (n: number) => Math.round((n / offices) * 10) / 10
  return {
    ...all,
    submitted: mean(all.submitted),
    approved: mean(all.approved),
    returned: mean(all.returned),
  }
}

/** One line of a comparison. */
export interface Group {
  readonly id: string
  readonly name: string
  readonly officeIds: readonly string[]
}

/** The figures of each group, in the order given. */
export function figuresBy(rows: readonly Counted[], groups: readonly Group[]): (Group & Figures)[] {
  const byOffice = new Map<string, Counted[]>()
  for (const row of rows) byOffice.set(row.officeId, [...(byOffice.get(row.officeId) ?? []), row])
  return groups.map((group) => ({
    ...group,
    ...figuresOf(group.officeIds.flatMap((id) => byOffice.get(id) ?? [])),
  }))
}
