import { PROMISED_DAYS } from '#lib/working-days'
import type { Counted, WeekCount } from './counted.ts'
import { averageOf, type Figures, figuresBy, figuresOf, type Group } from './figures.ts'
import { type Lasting, lastingOf } from './lasting.ts'
import type { Period } from './period.ts'
import { shareWithin } from './quantile.ts'
import { type GivenReason, type ReasonCount, rankReasons, type reasonNames } from './reasons.ts'
import { byWeek, type Week } from './weeks.ts'

/** Everything that the page, its charts and the workbook show of an area in a period. */
export interface Report {
  readonly period: Period
  readonly all: Figures
  /** An office of the province on average, where less than the province is looked at. */
  readonly province: Figures | undefined
  /** Decided within what is promised, 0–1. */
  readonly kept: number | undefined
  /** What the bars compare: the offices, or the prefectures of the province. */
  readonly groups: readonly (Group & Figures)[]
  readonly offices: readonly (Group & Figures)[]
  readonly weeks: readonly Week[]
  readonly lasting: readonly Lasting[]
  readonly reasons: readonly ReasonCount[]
}

interface Material {
  readonly counted: readonly Counted[]
  readonly weeks: readonly WeekCount[]
  readonly reasons: readonly GivenReason[]
  /** Of the whole province, and how many offices it has. */
  readonly province?: { readonly counted: readonly Counted[]; readonly offices: number } | undefined
}

/** Puts the counters together. */
export function reportOf(
  { counted, weeks, reasons, province }: Material,
  period: Period,
  area: { offices: readonly Group[]; groups: readonly Group[] },
  nameOf: ReturnType<typeof reasonNames>,
): Report {
  const all = figuresOf(counted)
  return {
    period,
    all,
    province: province && averageOf(province.counted, province.offices),
    kept: shareWithin(all.waits, PROMISED_DAYS),
    groups: figuresBy(counted, area.groups),
    offices: figuresBy(counted, area.offices),
    weeks: byWeek(weeks, period),
    lasting: lastingOf(all.waits),
    reasons: rankReasons(reasons, nameOf),
  }
}
