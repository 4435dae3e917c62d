import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import { decisions, officeWeeks, reasonWeeks, submissions } from '../schema.ts'
import type { Db, Store } from '../store.ts'
import {
  addToWeeks,
  countOf,
  type OfficeWeek,
  type ReasonWeek,
  ROUND,
  type Round,
  submissionWeek,
} from './statistics-count.ts'

const READ = 5_000
/** Rows of one write: seven values each, below what a statement may bind on either engine. */
const WRITTEN = 500

/** Adds up what falls under the same key. */
class Tally<Counted extends { n: number }> {
  readonly #rows = new Map<string, Counted>()

  add(row: Counted): void {
    const key = Object.entries(row)
      .flatMap(([name, value]) => (name === 'n' ? [] : [value]))
      .join(' ')
    const seen = this.#rows.get(key)
    if (seen) seen.n += row.n
    else this.#rows.set(key, row)
  }

  *pieces(): Generator<Counted[]> {
    const rows = [...this.#rows.values()]
    for (let at = 0; at < rows.length; at += WRITTEN) yield rows.slice(at, at + WRITTEN)
  }
}

async function* everySubmission(db: Db) {
  let beyond = ''
  for (;;) {
    const rows = await db
      .select({ id: submissions.id, officeId: submissions.officeId, submittedAt: submissions.submittedAt })
      .from(submissions)
      .where(gt(submissions.id, beyond))
      .orderBy(asc(submissions.id))
      .limit(READ)
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < READ) return
    beyond = last.id
  }
}

/** The standing decisions, application by application. */
async function* everyApplication(db: Db): AsyncGenerator<Round[]> {
  let beyond = ''
  for (;;) {
    const rows = await db
      .select({ applicationId: decisions.applicationId, ...ROUND })
      .from(decisions)
      .innerJoin(submissions, eq(submissions.id, decisions.submissionId))
      .where(and(gt(decisions.applicationId, beyond), isNull(decisions.undoneAt)))
      .orderBy(asc(decisions.applicationId), asc(decisions.n), asc(decisions.decidedAt))
      .limit(READ)
    const last = rows.at(-1)
    if (!last) return
    const groups = new Map<string, Round[]>()
    for (const row of rows) groups.set(row.applicationId, [...(groups.get(row.applicationId) ?? []), row])
    // The last one may go on behind what was read.
    if (rows.length === READ && groups.size > 1) groups.delete(last.applicationId)
    yield* groups.values()
    if (rows.length < READ) return
    beyond = [...groups.keys()].at(-1) ?? last.applicationId
  }
}

/**
 * Counts everything again, for a store that was filled without the counters. Nobody may decide meanwhile.
 * @returns how many submissions and standing decisions were counted
 */
export async function rebuildStatistics(store: Store): Promise<{ submissions: number; decisions: number }> {
  const weeks = new Tally<OfficeWeek>()
  const reasons = new Tally<ReasonWeek>()
  const counted = { submissions: 0, decisions: 0 }
  for await (const submission of everySubmission(store.read)) {
    weeks.add(submissionWeek(submission))
    counted.submissions++
  }
  for await (const rounds of everyApplication(store.read)) {
    for (let upTo = 1; upTo <= rounds.length; upTo++) {
      const one = countOf(rounds.slice(0, upTo))
      if (!one) continue
      weeks.add(one.week)
      for (const reason of one.reasons) reasons.add(reason)
      counted.decisions++
    }
  }
  await store.write(async (tx) => {
    await tx.delete(officeWeeks)
    await tx.delete(reasonWeeks)
  })
  for (const piece of weeks.pieces()) await store.write((tx) => addToWeeks(tx, piece, []))
  for (const piece of reasons.pieces()) await store.write((tx) => addToWeeks(tx, [], piece))
  return counted
}
