import { asc, eq } from 'drizzle-orm'
import { claimApplication, type Reviewing } from './queries/review.ts'
import { approveApplication, returnApplication, undoDecisionOf } from './queries/review-decide.ts'
import { applications, events } from './schema.ts'
import type { Store } from './store.ts'

/** Decisions for the store suites, by one reviewer on one store. For tests only. */
export function deskOn(store: Store, reviewer: string) {
  async function seen(id: string) {
    const [row] = await store.read.select().from(applications).where(eq(applications.id, id))
    if (!row) throw new Error('gone')
    const { version, officeId } = row
    return { seen: { id, version }, officeIds: [officeId] }
  }

  async function act<T>(id: string, now: Date, work: (by: Reviewing, version: number) => Promise<T>) {
    const { seen: at, officeIds } = await seen(id)
    return work({ reviewer, reviewIds: officeIds, officeIds, now }, at.version)
  }

  const claim = (id: string, now: Date) =>
    act(id, now, (by, version) => store.write((tx) => claimApplication(tx, by, { id, version })))

  return {
    claim,
    async approve(id: string, now: Date): Promise<void> {
      await claim(id, now)
      await act(id, now, (by, version) =>
        store.write((tx) => approveApplication(tx, by, { id, version }, '')),
      )
    },
    async sendBack(id: string, now: Date, codes: readonly string[], comment?: string): Promise<void> {
      await claim(id, now)
      const comments = comment ? [{ key: 'personal.ethnicity', text: comment }] : []
      const input = { codes, text: '', openAll: true, comments }
      await act(id, now, (by, version) =>
        store.write((tx) => returnApplication(tx, by, { id, version }, input)),
      )
    },
    undo: (id: string, now: Date) =>
      act(id, now, (by, version) => store.write((tx) => undoDecisionOf(tx, by, { id, version }))),
  }
}

/** What was written down under a verb, oldest first. For tests only. */
export async function eventsOf(store: Store, verb: string) {
  const rows = await store.read.select().from(events).where(eq(events.verb, verb)).orderBy(asc(events.id))
  return rows.map(({ facts, ...row }) => ({ ...row, facts: JSON.parse(facts) as Record<string, unknown> }))
}

/** Which office an application with this receipt number is at. For tests only. */
export async function officeOf(store: Store, receiptNumber: string): Promise<string | undefined> {
  const [row] = await store.read
    .select({ officeId: applications.officeId })
    .from(applications)
    .where(eq(applications.receiptNumber, receiptNumber))
  return row?.officeId
}
