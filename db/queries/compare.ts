import { and, asc, desc, eq, inArray, lt, ne } from 'drizzle-orm'
import { applications, documents, records, submissionDocuments, submissions } from '../schema.ts'
import type { Db } from '../store.ts'
import type { ApplicationRow } from './applications.ts'
import type { Decision } from './decisions.ts'
import { findSubmission, findSubmissionBefore, openSnapshot, type Submission } from './submissions.ts'

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

/** Snapshot n of an application. */
export async function findRoundNumber(
  db: Db,
  applicationId: string,
  n: number,
): Promise<Submission | undefined> {
  const [row] = await db
    .select({ id: submissions.id })
    .from(submissions)
    .where(and(eq(submissions.applicationId, applicationId), eq(submissions.n, n)))
  return row && findSubmission(db, row.id)
}

/** Every snapshot of an application, oldest first. */
export async function listRounds(db: Db, applicationId: string): Promise<Submission[]> {
  const rows = await db
    .select()
    .from(submissions)
    .where(eq(submissions.applicationId, applicationId))
    .orderBy(asc(submissions.n))
  return rows.map(({ sealed, ...columns }) => ({
    ...columns,
    snapshot: openSnapshot({ id: columns.id, sealed }),
  }))
}

/** The record version that this change started from, also after the change has put its own in force. */
export async function findStartedFrom(
  db: Db,
  row: Pick<ApplicationRow, 'id' | 'personId'>,
): Promise<Submission | undefined> {
  // Found by the person, whose versions are few: applications have no index there.
  const [own] = await db
    .select()
    .from(records)
    .where(and(eq(records.personId, row.personId), eq(records.applicationId, row.id)))
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

/** An application of somebody else that has something in common with the one looked at. */
export interface OtherFile {
  readonly applicationId: string
  readonly officeId: string
  readonly name: string
}

/** Its columns. */
export const OTHER_FILE = {
  applicationId: applications.id,
  officeId: applications.officeId,
  name: applications.name,
}

/** Others are told up to here: more say nothing more. */
const MOST_OTHERS = 50

/** What of others counts: what they have submitted, not what they only drafted. */
export const HANDED_IN = ['submitted', 'returned', 'approved'] as const

/** Which of these pictures somebody else has submitted too, byte for byte, and in which applications. */
export async function findSharedPictures(
  db: Db,
  personId: string,
  digests: readonly string[],
): Promise<ReadonlyMap<string, readonly OtherFile[]>> {
  const found = new Map<string, OtherFile[]>()
  if (digests.length === 0) return found
  const rows = await db
    .selectDistinct({ digest: documents.digest, ...OTHER_FILE })
    .from(documents)
    .innerJoin(submissionDocuments, eq(submissionDocuments.documentId, documents.id))
    .innerJoin(submissions, eq(submissions.id, submissionDocuments.submissionId))
    .innerJoin(applications, eq(applications.id, submissions.applicationId))
    .where(
      and(
        inArray(documents.digest, [...new Set(digests)]),
        ne(documents.personId, personId),
        inArray(applications.status, [...HANDED_IN]),
      ),
    )
    .limit(MOST_OTHERS)
  for (const { digest, ...other } of rows) found.set(digest, [...(found.get(digest) ?? []), other])
  return found
}
