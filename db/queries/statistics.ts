import { and, asc, between, desc, eq, gte, inArray, ne, sql } from 'drizzle-orm'
import type { Counted, WeekCount } from '#lib/statistics/counted'
import type { Period } from '#lib/statistics/period'
import type { GivenReason } from '#lib/statistics/reasons'
import { officeWeeks, reasonWeeks } from '../schema.ts'
import type { Db } from '../store.ts'

const total = (column: typeof officeWeeks.n | typeof reasonWeeks.n) =>
  sql<number>`sum(${column})`.mapWith(Number)

const inPeriod = (officeIds: readonly string[], { from, to }: Period) =>
  and(inArray(officeWeeks.officeId, [...officeIds]), between(officeWeeks.week, from, to))

/** What these offices received and decided in a period, from the weekly counters. */
export async function sumWeeks(db: Db, officeIds: readonly string[], period: Period): Promise<Counted[]> {
  if (officeIds.length === 0) return []
  const { officeId, what, round, waited, spent, n } = officeWeeks
  return await db
    .select({ officeId, what, round, waited, spent, n: total(n) })
    .from(officeWeeks)
    .where(inPeriod(officeIds, period))
    .groupBy(officeId, what, round, waited, spent)
}

/** The same of all these offices together, as if they were one, which has no id. */
export async function sumTogether(db: Db, officeIds: readonly string[], period: Period): Promise<Counted[]> {
  if (officeIds.length === 0) return []
  const { what, round, waited, spent, n } = officeWeeks
  const rows = await db
    .select({ what, round, waited, spent, n: total(n) })
    .from(officeWeeks)
    .where(inPeriod(officeIds, period))
    .groupBy(what, round, waited, spent)
  return rows.map((row) => ({ officeId: '', ...row }))
}

/** How much these offices together received and decided in each week of a period in which they did. */
export async function sumByWeek(db: Db, officeIds: readonly string[], period: Period): Promise<WeekCount[]> {
  if (officeIds.length === 0) return []
  const { week, what, n } = officeWeeks
  return await db
    .select({ week, what, n: total(n) })
    .from(officeWeeks)
    .where(inPeriod(officeIds, period))
    .groupBy(week, what)
    .orderBy(asc(week))
}

/** How often each of these offices gave each reason in a period: an office may have reasons of its own. */
export async function sumReasons(
  db: Db,
  officeIds: readonly string[],
  { from, to }: Period,
): Promise<GivenReason[]> {
  if (officeIds.length === 0) return []
  const rows = await db
    .select({ officeId: reasonWeeks.officeId, code: reasonWeeks.code, n: total(reasonWeeks.n) })
    .from(reasonWeeks)
    .where(and(inArray(reasonWeeks.officeId, [...officeIds]), between(reasonWeeks.week, from, to)))
    .groupBy(reasonWeeks.officeId, reasonWeeks.code)
  return rows.filter((row) => row.n > 0)
}

/** How long the decisions of one office took since a Monday, the newest week first. */
export async function recentWaits(
  db: Db,
  officeId: string,
  since: string,
): Promise<{ week: string; waited: number; n: number }[]> {
  return await db
    .select({ week: officeWeeks.week, waited: officeWeeks.waited, n: total(officeWeeks.n) })
    .from(officeWeeks)
    .where(
      and(eq(officeWeeks.officeId, officeId), gte(officeWeeks.week, since), ne(officeWeeks.what, 'submit')),
    )
    .groupBy(officeWeeks.week, officeWeeks.waited)
    .orderBy(desc(officeWeeks.week), asc(officeWeeks.waited))
}
