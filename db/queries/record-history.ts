import { and, desc, eq } from 'drizzle-orm'
import type { ApplicationKind } from '#lib/collection/application'
import { applications, offices, records } from '../schema.ts'
import type { Db } from '../store.ts'
import type { RecordRow } from './records.ts'

/** One approved version of a person's record, with the application that it came from. */
export interface RecordVersion {
  readonly version: number
  readonly inForce: boolean
  readonly kind: ApplicationKind
  readonly receiptNumber: string
  readonly office: string
  readonly approvedAt: Date
  readonly verifyCode: string
  readonly applicationId: string
  readonly submissionId: string
}

/** Every version of a person's record, newest first. */
export async function listRecordVersions(db: Db, personId: string): Promise<RecordVersion[]> {
  const rows = await db
    .select({
      version: records.version,
      inForce: records.inForce,
      kind: applications.kind,
      receiptNumber: applications.receiptNumber,
      office: offices.name,
      approvedAt: records.approvedAt,
      verifyCode: records.verifyCode,
      applicationId: records.applicationId,
      submissionId: records.submissionId,
    })
    .from(records)
    .innerJoin(applications, eq(applications.id, records.applicationId))
    .leftJoin(offices, eq(offices.id, records.officeId))
    .where(eq(records.personId, personId))
    .orderBy(desc(records.version))
  return rows.map((row) => ({ ...row, receiptNumber: row.receiptNumber ?? '', office: row.office ?? '' }))
}

/** The version that took the place of this one, if there is one. */
export async function findNextVersion(
  db: Db,
  record: Pick<RecordRow, 'personId' | 'version'>,
): Promise<RecordRow | undefined> {
  const [row] = await db
    .select()
    .from(records)
    .where(and(eq(records.personId, record.personId), eq(records.version, record.version + 1)))
  return row
}
