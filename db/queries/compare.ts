import { and, desc, eq, inArray, lt, ne } from 'drizzle-orm'
import { documents, records, submissionDocuments } from '../schema.ts'
import type { Db } from '../store.ts'
import type { ApplicationRow } from './applications.ts'
import type { Decision } from './decisions.ts'
import { findSubmission, findSubmissionBefore, type Submission } from './submissions.ts'

/** What a submission is compared with: the round before it, or the record that a change starts from. */
export interface Base {
  readonly by: 'round' | 'record'
  readonly submission: Submission
}

/** The return that a submission answers: the newest one on an earlier snapshot. */
export const answeredReturn = (decisions: readonly Decision[], n: number): Decision | undefined =>
  decisions.find((decision) => decision.decision === 'return' && decision.n < n)

/** The round before submission n: the one that was returned, else the one that was withdrawn. */
async function findRound(db: Db, row: ApplicationRow, n: number, answered: Decision | undefined) {
  return answered ? findSubmission(db, answered.submissionId) : findSubmissionBefore(db, row.id, n)
}

/** The record version that this change started from, also after the change has put its own in force. */
async function findStartedFrom(db: Db, row: ApplicationRow): Promise<Submission | undefined> {
  const [own] = await db.select().from(records).where(eq(records.applicationId, row.id))
  const [version] = await db
    .select()
    .from(records)
    .where(
      and(
        eq(records.personId, row.personId),
        ne(records.applicationId, row.id),
        own && lt(records.version, own.version),
      ),
    )
    .orderBy(desc(records.version))
    .limit(1)
  return version && findSubmission(db, version.submissionId)
}

/** Everything submission n of an application may be compared with, the nearest first. */
export async function findBases(
  db: Db,
  row: ApplicationRow,
  n: number,
  answered: Decision | undefined,
): Promise<Base[]> {
  const round = await findRound(db, row, n, answered)
  const record = row.kind === 'change' ? await findStartedFrom(db, row) : undefined
  return [
    ...(round ? [{ by: 'round' as const, submission: round }] : []),
    ...(record ? [{ by: 'record' as const, submission: record }] : []),
  ]
}

/** Which of these pictures somebody else has submitted too, byte for byte. */
export async function findSharedPictures(
  db: Db,
  personId: string,
  digests: readonly string[],
): Promise<ReadonlySet<string>> {
  if (digests.length === 0) return new Set()
  const rows = await db
    .selectDistinct({ digest: documents.digest })
    .from(documents)
    .innerJoin(submissionDocuments, eq(submissionDocuments.documentId, documents.id))
    .where(and(inArray(documents.digest, [...new Set(digests)]), ne(documents.personId, personId)))
  return new Set(rows.map((row) => row.digest))
}
