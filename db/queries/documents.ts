import { and, eq, inArray, isNotNull, or } from 'drizzle-orm'
import { keyring } from '#lib/protect/current'
import { openJson, sealJson } from '#lib/protect/seal'
import type { UploadOutcome } from '#lib/uploads/outcome'
import {
  applications,
  documents,
  draftPictures,
  records,
  submissionDocuments,
  submissions,
} from '../schema.ts'
import type { Db } from '../store.ts'

export type DocumentRow = typeof documents.$inferSelect
export type DraftPictureRow = typeof draftPictures.$inferSelect

/** A slot of a draft. */
export interface SlotKey {
  readonly applicationId: string
  /** Step id or entry id. */
  readonly owner: string
  readonly slot: string
}

/** What the outcome of an upload is sealed under. */
export const pictureContext = (key: SlotKey) =>
  `draft_pictures.sealed:${key.applicationId}:${key.owner}:${key.slot}`
const at = (key: SlotKey) =>
  and(
    eq(draftPictures.applicationId, key.applicationId),
    eq(draftPictures.owner, key.owner),
    eq(draftPictures.slot, key.slot),
  )

/** Inserts a document and puts it into a slot, in place of what was there. */
export async function putPicture(
  tx: Db,
  key: SlotKey,
  document: DocumentRow,
  work: { blobKey: string; wrappedKey: Buffer },
  outcome: UploadOutcome,
  now: Date,
): Promise<void> {
  await tx.insert(documents).values(document)
  const columns = {
    documentId: document.id,
    workBlobKey: work.blobKey,
    workWrappedKey: work.wrappedKey,
    sealed: sealJson(keyring(), pictureContext(key), outcome),
    savedAt: now,
  }
  await tx
    .insert(draftPictures)
    .values({ ...key, ...columns })
    .onConflictDoUpdate({
      target: [draftPictures.applicationId, draftPictures.owner, draftPictures.slot],
      set: columns,
    })
}

/** What a slot holds, with its outcome and working copy. */
export async function findPicture(
  db: Db,
  key: SlotKey,
): Promise<{ document: DocumentRow; row: DraftPictureRow; outcome: UploadOutcome } | undefined> {
  const [hit] = await db
    .select({ row: draftPictures, document: documents })
    .from(draftPictures)
    .innerJoin(documents, eq(documents.id, draftPictures.documentId))
    .where(at(key))
  if (!hit) return undefined
  return { ...hit, outcome: openJson<UploadOutcome>(keyring(), pictureContext(key), hit.row.sealed) }
}

/** Empties a slot. */
export async function removePicture(tx: Db, key: SlotKey): Promise<void> {
  await tx.delete(draftPictures).where(at(key))
}

/** The same pictures in the slots of a change draft, without working copies (D13). */
export async function copyPictures(tx: Db, from: string, to: string, now: Date): Promise<void> {
  const rows = await tx.select().from(draftPictures).where(eq(draftPictures.applicationId, from))
  for (const row of rows) {
    const key = { applicationId: to, owner: row.owner, slot: row.slot }
    const outcome = openJson<UploadOutcome>(
      keyring(),
      pictureContext({ ...key, applicationId: from }),
      row.sealed,
    )
    await tx.insert(draftPictures).values({
      ...key,
      documentId: row.documentId,
      workBlobKey: null,
      workWrappedKey: null,
      sealed: sealJson(keyring(), pictureContext(key), outcome),
      savedAt: now,
    })
  }
}

/**
 * Working copies are kept until the submission; afterwards only what was submitted is (D8).
 * @returns the keys of the objects to delete once the transaction has been committed
 */
export async function dropWorkingCopies(tx: Db, applicationId: string): Promise<string[]> {
  const held = and(eq(draftPictures.applicationId, applicationId), isNotNull(draftPictures.workBlobKey))
  const rows = await tx.select({ key: draftPictures.workBlobKey }).from(draftPictures).where(held)
  await tx.update(draftPictures).set({ workBlobKey: null, workWrappedKey: null }).where(held)
  return rows.flatMap((row) => (row.key ? [row.key] : []))
}

/** A document of one's own, superseded ones included. */
export async function findOwnDocument(
  db: Db,
  personId: string,
  id: string,
): Promise<DocumentRow | undefined> {
  const [row] = await db
    .select()
    .from(documents)
    .where(and(eq(documents.id, id), eq(documents.personId, personId)))
  return row
}

/** A picture and the office on whose behalf it may be looked at. */
export interface OfficeDocument {
  readonly document: DocumentRow
  readonly officeId: string
}

/**
 * A document that an office in charge may see: held by a snapshot of an application that lies with this
 * office as submitted or returned, or of a record in force of this office (contract section 3). Earlier
 * snapshots of the same application are those the diff compares with; a change also compares with the
 * record in force of its person.
 */
export async function findOfficeDocument(
  db: Db,
  officeIds: readonly string[],
  id: string,
): Promise<OfficeDocument | undefined> {
  if (officeIds.length === 0) return undefined
  const mine = [...officeIds]
  const [viaApplication] = await db
    .select({ document: documents, officeId: applications.officeId })
    .from(documents)
    .innerJoin(submissionDocuments, eq(submissionDocuments.documentId, documents.id))
    .innerJoin(submissions, eq(submissions.id, submissionDocuments.submissionId))
    .innerJoin(applications, eq(applications.id, submissions.applicationId))
    .where(
      and(
        eq(documents.id, id),
        inArray(applications.officeId, mine),
        inArray(applications.status, ['submitted', 'returned']),
      ),
    )
    .limit(1)
  if (viaApplication) return viaApplication
  const [viaRecord] = await db
    .select({ document: documents, recordOffice: records.officeId, changeOffice: applications.officeId })
    .from(documents)
    .innerJoin(submissionDocuments, eq(submissionDocuments.documentId, documents.id))
    .innerJoin(records, eq(records.submissionId, submissionDocuments.submissionId))
    .leftJoin(
      applications,
      and(
        eq(applications.personId, records.personId),
        eq(applications.kind, 'change'),
        inArray(applications.status, ['submitted', 'returned']),
        inArray(applications.officeId, mine),
      ),
    )
    .where(
      and(
        eq(documents.id, id),
        eq(records.inForce, true),
        or(inArray(records.officeId, mine), isNotNull(applications.id)),
      ),
    )
    .limit(1)
  if (!viaRecord) return undefined
  const { document, recordOffice, changeOffice } = viaRecord
  return { document, officeId: mine.includes(recordOffice) ? recordOffice : (changeOffice ?? recordOffice) }
}
