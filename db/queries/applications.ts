import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Application, Moved } from '#lib/collection/application'
import { CollectionError } from '#lib/collection/errors'
import { applications, queueCounts } from '../schema.ts'
import type { Db } from '../store.ts'
import { type Happening, recordEvent } from './events.ts'
import { officeInChargeId } from './offices.ts'
import { indexSearch, unindexSearch } from './search.ts'

export type ApplicationRow = typeof applications.$inferSelect
type Columns = Partial<typeof applications.$inferInsert>

/** Before the first submission a row sorts at the epoch, so that the keyset index holds no NULL. */
export const NEVER = new Date(0)

/** The part of a row that verbs look at. */
export function toApplication(row: ApplicationRow): Application {
  const claimed = row.claimHolder && row.claimSince && row.claimUntil
  return {
    id: row.id,
    personId: row.personId,
    kind: row.kind,
    status: row.status,
    version: row.version,
    revision: row.revision,
    officeId: row.officeId,
    claim: claimed
      ? { holder: row.claimHolder ?? '', since: row.claimSince ?? NEVER, until: row.claimUntil ?? NEVER }
      : undefined,
    submissions: row.submissions,
    submittedAt: row.submittedAt.getTime() === 0 ? undefined : row.submittedAt,
    decidedAt: row.decidedAt ?? undefined,
    decidedBy: row.decidedBy ?? undefined,
  }
}

/** The kinds of the queue's lanes: a change may also be one that was submitted again. */
export const LANE_KINDS = ['first', 'firstAgain', 'change', 'changeAgain'] as const

/** State and kind of an application in the queue, `submitted.firstAgain`. */
export const laneOf = (status: string, kind: (typeof LANE_KINDS)[number]): string => `${status}.${kind}`

const laneKindOf = ({ kind, submissions }: Application) =>
  submissions > 1 ? (`${kind}Again` as const) : kind

/** The columns of a domain application. */
export function columnsOf(a: Application) {
  return {
    status: a.status,
    version: a.version,
    revision: a.revision,
    officeId: a.officeId,
    claimHolder: a.claim?.holder ?? null,
    claimSince: a.claim?.since ?? null,
    claimUntil: a.claim?.until ?? null,
    submissions: a.submissions,
    submittedAt: a.submittedAt ?? NEVER,
    decidedAt: a.decidedAt ?? null,
    decidedBy: a.decidedBy ?? null,
    lane: laneOf(a.status, laneKindOf(a)),
  }
}

/** The person's application that is not yet decided for good: draft, submitted or returned. */
export async function findOpenApplication(db: Db, personId: string): Promise<ApplicationRow | undefined> {
  const [row] = await db
    .select()
    .from(applications)
    .where(and(eq(applications.personId, personId), ne(applications.status, 'approved')))
  return row
}

/** One application of one of these offices, submitted or decided; drafts and foreign counties are not there. */
export async function findApplicationInScope(
  db: Db,
  officeIds: readonly string[],
  id: string,
): Promise<ApplicationRow | undefined> {
  if (officeIds.length === 0) return undefined
  const [row] = await db
    .select()
    .from(applications)
    .where(
      and(
        eq(applications.id, id),
        inArray(applications.officeId, [...officeIds]),
        inArray(applications.status, ['submitted', 'returned', 'approved']),
      ),
    )
  return row
}

type Cell = { officeId: string; status: string; kind: string }
const cellKey = (c: Cell) => `${c.officeId}\u0000${c.status}\u0000${c.kind}`

/** Moves the counters of the queue: one upsert, rows in key order, so that two writers never deadlock. */
export async function countMove(tx: Db, from: Cell | undefined, to: Cell | undefined): Promise<void> {
  const deltas = new Map<string, Cell & { n: number }>()
  const add = (cell: Cell | undefined, n: number) => {
    if (!cell) return
    const { officeId, status, kind } = cell
    const seen = deltas.get(cellKey(cell))
    deltas.set(cellKey(cell), { officeId, status, kind, n: (seen?.n ?? 0) + n })
  }
  add(from, -1)
  add(to, 1)
  const rows = [...deltas.entries()].filter(([, d]) => d.n !== 0).sort(([a], [b]) => (a < b ? -1 : 1))
  if (rows.length === 0) return
  await tx
    .insert(queueCounts)
    .values(rows.map(([, d]) => d))
    .onConflictDoUpdate({
      target: [queueCounts.officeId, queueCounts.status, queueCounts.kind],
      set: { n: sql`${queueCounts.n} + excluded.n` },
    })
}

/** Inserts a new application with its event and counter. */
export async function insertApplication(
  tx: Db,
  moved: Moved,
  columns: Omit<
    typeof applications.$inferInsert,
    keyof ReturnType<typeof columnsOf> | 'id' | 'personId' | 'kind'
  >,
  happening: Omit<Happening, 'verb' | 'applicationId'>,
): Promise<void> {
  const a = moved.next
  await tx
    .insert(applications)
    .values({ id: a.id, personId: a.personId, kind: a.kind, ...columnsOf(a), ...columns })
  await countMove(tx, undefined, a)
  await recordEvent(tx, { ...happening, verb: moved.verb, applicationId: a.id, officeId: a.officeId })
}

/**
 * Carries a verb out: guarded by id, version, revision and status of the application it was decided on,
 * with its event and counters in the same transaction.
 * @throws CollectionError `stale` when somebody else has moved it meanwhile
 */
export async function moveApplication(
  tx: Db,
  before: Application,
  moved: Moved,
  happening: Omit<Happening, 'verb' | 'applicationId'>,
  columns: Columns = {},
): Promise<void> {
  const hit = await tx
    .update(applications)
    .set({ ...columnsOf(moved.next), ...columns })
    .where(
      and(
        eq(applications.id, before.id),
        eq(applications.version, before.version),
        eq(applications.revision, before.revision),
        eq(applications.status, before.status),
      ),
    )
    .returning()
  const [row] = hit
  if (!row) throw new CollectionError('stale')
  const forwarded = before.officeId !== row.officeId
  if (forwarded) await unindexSearch(tx, { ...row, officeId: before.officeId })
  // Drafts are found by their owner alone; a submission puts name and unit where the queue finds them.
  if (forwarded || moved.verb === 'submit') await indexSearch(tx, row)
  await countMove(tx, before, moved.next)
  await recordEvent(tx, {
    officeId: moved.next.officeId,
    ...happening,
    verb: moved.verb,
    applicationId: before.id,
  })
}

/** Removes a discarded application; its counter and event stay behind as the tombstone. */
export async function removeApplication(
  tx: Db,
  before: Application,
  moved: Moved,
  happening: Omit<Happening, 'verb' | 'applicationId'>,
): Promise<void> {
  const hit = await tx
    .delete(applications)
    .where(
      and(
        eq(applications.id, before.id),
        eq(applications.version, before.version),
        eq(applications.status, 'draft'),
      ),
    )
    .returning()
  const [row] = hit
  if (!row) throw new CollectionError('stale')
  // A withdrawn draft has been found in the queue: its name must not stay behind.
  await unindexSearch(tx, row)
  await countMove(tx, before, undefined)
  await recordEvent(tx, {
    officeId: before.officeId,
    ...happening,
    verb: moved.verb,
    applicationId: before.id,
  })
}

/** A save or a picture: moves the revision (what the check page shows) and what the queue promotes. */
export async function touchDraft(tx: Db, id: string, now: Date, columns: Columns = {}): Promise<void> {
  const hit = await tx
    .update(applications)
    .set({ revision: sql`${applications.revision} + 1`, savedAt: now, ...columns })
    .where(and(eq(applications.id, id), inArray(applications.status, ['draft', 'returned'])))
    .returning()
  const [row] = hit
  if (!row) throw new CollectionError('notOpen')
  const followed = await followOffice(tx, row)
  if (followed.status === 'returned' && columns.unitName !== undefined) await indexSearch(tx, followed)
}

/** The office of a draft was closed meanwhile: from its next save on it is the successor's. */
async function followOffice(tx: Db, row: ApplicationRow): Promise<ApplicationRow> {
  const officeId = await officeInChargeId(tx, row.officeId)
  if (officeId === row.officeId) return row
  const next = { ...row, officeId }
  await tx.update(applications).set({ officeId }).where(eq(applications.id, row.id))
  await countMove(tx, row, next)
  await unindexSearch(tx, row)
  if (row.status === 'returned') await indexSearch(tx, next)
  return next
}

/** Renews the lease of the holder; every page of the application does (D11). */
export async function renewLease(tx: Db, a: Application): Promise<void> {
  await tx
    .update(applications)
    .set({ claimUntil: a.claim?.until ?? null })
    .where(and(eq(applications.id, a.id), eq(applications.version, a.version)))
}
