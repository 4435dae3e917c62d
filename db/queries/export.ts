import { and, eq, inArray } from 'drizzle-orm'
import type { QueueFilter } from '#lib/review/filter'
import { applications, submissions } from '../schema.ts'
import type { Db } from '../store.ts'
import type { ApplicationRow } from './applications.ts'
import { HANDED_IN } from './compare.ts'
import { countQueue, listQueue } from './queue.ts'
import { countByOffice } from './queue-figures.ts'
import { openSnapshot, type Snapshot } from './submissions.ts'

/** What an export is asked for: the queue's filter, in these offices. */
export interface Selection {
  readonly officeIds: readonly string[]
  readonly filter: QueueFilter
  /** Shanghai's date, for what is overdue. */
  readonly today: string
  /** What a search by number found. */
  readonly personIds?: readonly string[] | undefined
  /** Who asks, for what they have claimed. */
  readonly claims: { readonly reviewer: string; readonly now: Date }
}

/** An application with its latest snapshot. */
export interface Exported {
  readonly row: ApplicationRow
  readonly snapshot: Snapshot
}

/** Applications that are read, opened and written at a time. */
const BATCH = 200

/** The offices that have anything at all, in order: the counters know, so that the others are not asked. */
async function busyOffices(db: Db, officeIds: readonly string[]): Promise<string[]> {
  const counted = await countByOffice(db, officeIds)
  return [...new Set(counted.flatMap(({ officeId, n }) => (n > 0 ? [officeId] : [])))].sort()
}

/** How many applications a selection holds, counted up to `most`. */
export async function countSelection(db: Db, selection: Selection, most: number): Promise<number> {
  const { officeIds, filter, ...asked } = selection
  let counted = 0
  for (const officeId of await busyOffices(db, officeIds)) {
    counted += await countQueue(db, officeId, filter, asked, most - counted)
    if (counted >= most) break
  }
  return counted
}

// The office and the state are asked again, because an application may have moved since its key was read.
async function snapshotsOf(db: Db, officeId: string, rows: readonly ApplicationRow[]) {
  const found = await db
    .select({
      id: submissions.id,
      applicationId: submissions.applicationId,
      sealed: submissions.sealed,
    })
    .from(submissions)
    .innerJoin(
      applications,
      and(eq(applications.id, submissions.applicationId), eq(applications.submissions, submissions.n)),
    )
    .where(
      and(
        inArray(
          submissions.applicationId,
          rows.map((row) => row.id),
        ),
        eq(applications.officeId, officeId),
        inArray(applications.status, [...HANDED_IN]),
      ),
    )
  return new Map(found.map((one) => [one.applicationId, one] as const))
}

/**
 * The applications of a selection with what was last submitted, office by office, oldest first, a batch at
 * a time and by key, so that the size of the whole does not matter.
 */
export async function* exportBatches(
  db: Db,
  selection: Selection,
  size: number = BATCH,
): AsyncGenerator<Exported[]> {
  const { officeIds, filter, today, personIds, claims } = selection
  for (const officeId of await busyOffices(db, officeIds)) {
    let cursor: Awaited<ReturnType<typeof listQueue>>['next']
    do {
      const page = await listQueue(db, [officeId], filter, {
        today,
        claims,
        size,
        ...(personIds ? { personIds } : {}),
        ...(cursor ? { cursor } : {}),
      })
      const sealed = await snapshotsOf(db, officeId, page.rows)
      const batch = page.rows.flatMap((row) => {
        const one = sealed.get(row.id)
        return one ? [{ row, snapshot: openSnapshot(one) }] : []
      })
      if (batch.length > 0) yield batch
      cursor = page.next
    } while (cursor)
  }
}
