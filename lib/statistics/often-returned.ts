import { NO_EDUCATION } from '#lib/collection/codes/national'
import { OTHER_REASON } from '#lib/collection/codes/reasons'
import { answersAt } from '#lib/collection/journey'
import type { Row, RowGroup } from '#lib/collection/present'
import { offeredReasons, type ReasonVersion } from '#lib/collection/reason-library'
import type { Dossier } from '#lib/collection/rule'
import type { GivenReason } from './reasons.ts'

/** Reasons given, below which nothing can be said of an office. */
export const LEAST_GIVEN = 20
/** A rarer reason is not worth anybody's second look; a share 0–1. */
const LEAST_SHARE = 0.05
/** More are not read. */
export const MOST_SHOWN = 4

/** Answers by which there is nothing that could be returned: 无 and 无学历. */
const NOTHING_HELD: readonly unknown[] = [undefined, '', 'none', NO_EDUCATION]

/** A reason for which an office often returns, and what this application has of the kind. */
export interface OftenReturned {
  readonly code: string
  readonly title: string
  /** Of all the reasons that the office gave, 0–1. */
  readonly share: number
  readonly places: readonly { readonly group: RowGroup; readonly row: Row }[]
}

/**
 * The reasons for which an office returns most, as far as they concern what is filled here: a forecast beside
 * the rules, of what only a reviewer's eye sees.
 * @param given how often the office gave each reason; the free one and comments count for the share only
 * @param mayChange whether a row may still be changed: nobody is warned of what is closed
 */
export function oftenReturned(
  given: readonly GivenReason[],
  versions: readonly ReasonVersion[],
  { dossier, rows }: { readonly dossier: Dossier; readonly rows: readonly RowGroup[] },
  mayChange: (group: RowGroup, row: Row) => boolean,
): OftenReturned[] {
  const all = given.reduce((sum, { n }) => sum + n, 0)
  if (all < LEAST_GIVEN) return []
  const offered = offeredReasons(versions)
  const placesOf = (fields: readonly string[]) =>
    rows.flatMap((group) =>
      group.rows
        .filter((row) => fields.includes(`${group.part}.${row.field}`))
        .filter((row) => mayChange(group, row))
        .filter((row) => !NOTHING_HELD.includes(answersAt(dossier, group)[row.field]))
        .map((row) => ({ group, row })),
    )
  return [...given]
    .filter(({ code, n }) => code !== OTHER_REASON && n / all >= LEAST_SHARE)
    .sort((a, b) => b.n - a.n || (a.code < b.code ? -1 : 1))
    .flatMap(({ officeId, code, n }) => {
      const reason =
        offered.find((one) => one.code === code && one.officeId === officeId) ??
        offered.find((one) => one.code === code && one.officeId === '')
      const places = reason ? placesOf(reason.fields) : []
      return reason && places.length > 0 ? [{ code, title: reason.title, share: n / all, places }] : []
    })
    .slice(0, MOST_SHOWN)
}
