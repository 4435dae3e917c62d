import { and, desc, eq, inArray, lt } from 'drizzle-orm'
import type { Facts } from '#lib/collection/field'
import type { RowGroup } from '#lib/collection/present'
import type { Dossier } from '#lib/collection/rule'
import { keyring } from '#lib/protect/current'
import { openJson, sealJson } from '#lib/protect/seal'
import { submissionDocuments, submissions } from '../schema.ts'
import type { Db } from '../store.ts'
import { countSubmission } from './statistics-count.ts'

/** What was submitted, frozen: typed answers, and the rows as they read that day. */
export interface Snapshot {
  readonly dossier: Dossier
  readonly facts: Facts
  readonly rows: readonly RowGroup[]
  /** Warnings the applicant was shown and did not mend. */
  readonly warnings: readonly { readonly key: string; readonly code: string; readonly message: string }[]
}

export interface Submission {
  readonly id: string
  readonly applicationId: string
  readonly n: number
  readonly officeId: string
  readonly submittedAt: Date
  readonly snapshot: Snapshot
}

/** What a snapshot is sealed under. */
export const submissionContext = (id: string) => `submissions.sealed:${id}`

/** Writes snapshot n with the pictures it holds, and counts it. */
export async function insertSubmission(
  tx: Db,
  submission: Submission,
  documentIds: readonly string[],
): Promise<void> {
  const { snapshot, ...columns } = submission
  await tx
    .insert(submissions)
    .values({ ...columns, sealed: sealJson(keyring(), submissionContext(submission.id), snapshot) })
  const ids = [...new Set(documentIds)]
  if (ids.length > 0) {
    await tx
      .insert(submissionDocuments)
      .values(ids.map((documentId) => ({ submissionId: submission.id, documentId })))
  }
  await countSubmission(tx, submission)
}

/**
 * Destroys the snapshots of an application that is discarded, and lets go of their pictures. The rows stay, without
 * anything of the person, because the statistics count them.
 */
export async function eraseSubmissions(tx: Db, applicationId: string): Promise<void> {
  const erased = await tx
    .update(submissions)
    .set({ sealed: Buffer.alloc(0) })
    .where(eq(submissions.applicationId, applicationId))
    .returning({ id: submissions.id })
  const ids = erased.map(({ id }) => id)
  if (ids.length > 0)
    await tx.delete(submissionDocuments).where(inArray(submissionDocuments.submissionId, ids))
}

/** What a row's sealed column holds. */
export const openSnapshot = ({ id, sealed }: Pick<typeof submissions.$inferSelect, 'id' | 'sealed'>) =>
  openJson<Snapshot>(keyring(), submissionContext(id), sealed)

function toSubmission(row: typeof submissions.$inferSelect): Submission {
  const { sealed, ...columns } = row
  return { ...columns, snapshot: openSnapshot(row) }
}

/** The newest snapshot of an application. */
export async function findLatestSubmission(db: Db, applicationId: string): Promise<Submission | undefined> {
  const [row] = await db
    .select()
    .from(submissions)
    .where(eq(submissions.applicationId, applicationId))
    .orderBy(desc(submissions.n))
    .limit(1)
  return row && toSubmission(row)
}

/** The snapshot before number n of the same application. */
export async function findSubmissionBefore(
  db: Db,
  applicationId: string,
  n: number,
): Promise<Submission | undefined> {
  const [row] = await db
    .select()
    .from(submissions)
    .where(and(eq(submissions.applicationId, applicationId), lt(submissions.n, n)))
    .orderBy(desc(submissions.n))
    .limit(1)
  return row && toSubmission(row)
}

/** One snapshot by its id: of a record. */
export async function findSubmission(db: Db, id: string): Promise<Submission | undefined> {
  const [row] = await db.select().from(submissions).where(eq(submissions.id, id))
  return row && toSubmission(row)
}
