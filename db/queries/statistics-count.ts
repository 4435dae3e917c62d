import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { today } from '#lib/clock'
import { mondayOf } from '#lib/statistics/days'
import { workingDaysBetween } from '#lib/working-days'
import { decisions, officeWeeks, reasonWeeks, submissions } from '../schema.ts'
import type { Db } from '../store.ts'

/** Longer waits are counted as this many working days: what is said of them is that they are far too long. */
export const MOST_DAYS = 60

export type OfficeWeek = typeof officeWeeks.$inferInsert
export type ReasonWeek = typeof reasonWeeks.$inferInsert

/** A decision on a round, as far as the statistics look at it. */
export interface Round {
  readonly officeId: string
  readonly decision: 'approve' | 'return'
  readonly codes: string
  readonly submittedAt: Date
  readonly decidedAt: Date
}

/** What is read of a decision that is joined to its submission. */
export const ROUND = {
  officeId: decisions.officeId,
  decision: decisions.decision,
  codes: decisions.codes,
  submittedAt: submissions.submittedAt,
  decidedAt: decisions.decidedAt,
}

/** The working days that the office had it: the clock stands while the applicant mends (D15). */
const waitOf = ({ submittedAt, decidedAt }: Round): number =>
  workingDaysBetween(today(submittedAt), today(decidedAt))

/** The Monday of an instant's week in Shanghai. */
const weekOf = (at: Date): string => mondayOf(today(at))

const capped = (days: number) => Math.min(days, MOST_DAYS)

/**
 * How the last of these decisions counts.
 * @param rounds the decisions on one application that stand, oldest first
 */
export function countOf(rounds: readonly Round[]): { week: OfficeWeek; reasons: ReasonWeek[] } | undefined {
  const last = rounds.at(-1)
  if (!last) return undefined
  const place = { officeId: last.officeId, week: weekOf(last.decidedAt) }
  const returns = rounds.slice(0, -1).filter((round) => round.decision === 'return').length
  const spent = rounds.reduce((sum, round) => sum + waitOf(round), 0)
  // In key order, so that two writers never wait for each other in a ring.
  const codes = last.decision === 'return' ? last.codes.split(',').sort() : []
  return {
    week: {
      ...place,
      what: last.decision,
      round: returns + 1,
      waited: capped(waitOf(last)),
      spent: capped(spent),
      n: 1,
    },
    reasons: codes.map((code) => ({ ...place, code, n: 1 })),
  }
}

/** Adds to the counters. */
export async function addToWeeks(
  tx: Db,
  weeks: readonly OfficeWeek[],
  reasons: readonly ReasonWeek[],
): Promise<void> {
  if (weeks.length > 0) {
    const { officeId, week, what, round, waited, spent } = officeWeeks
    await tx
      .insert(officeWeeks)
      .values([...weeks])
      .onConflictDoUpdate({
        target: [officeId, week, what, round, waited, spent],
        set: { n: sql`${officeWeeks.n} + excluded.n` },
      })
  }
  if (reasons.length > 0) {
    await tx
      .insert(reasonWeeks)
      .values([...reasons])
      .onConflictDoUpdate({
        target: [reasonWeeks.officeId, reasonWeeks.week, reasonWeeks.code],
        set: { n: sql`${reasonWeeks.n} + excluded.n` },
      })
  }
}

/** Counts a submission at its office. */
export const countSubmission = (tx: Db, submission: { officeId: string; submittedAt: Date }): Promise<void> =>
  addToWeeks(tx, [submissionWeek(submission)], [])

/** How a submission counts. */
export const submissionWeek = (submission: { officeId: string; submittedAt: Date }): OfficeWeek => ({
  officeId: submission.officeId,
  week: weekOf(submission.submittedAt),
  what: 'submit',
  round: 1,
  waited: 0,
  spent: 0,
  n: 1,
})

/**
 * Counts the newest decision on an application, or takes it from the counters.
 * @param n 1 after it was written, −1 before it is marked as undone
 */
export async function countDecision(tx: Db, applicationId: string, n: 1 | -1): Promise<void> {
  const rounds = await tx
    .select(ROUND)
    .from(decisions)
    .innerJoin(submissions, eq(submissions.id, decisions.submissionId))
    .where(and(eq(decisions.applicationId, applicationId), isNull(decisions.undoneAt)))
    .orderBy(asc(decisions.n), asc(decisions.decidedAt))
  const counted = countOf(rounds)
  if (!counted) return
  await addToWeeks(
    tx,
    [{ ...counted.week, n }],
    counted.reasons.map((reason) => ({ ...reason, n })),
  )
}
