import { redirect } from 'next/navigation'
import { type OwnPage, ownPage } from '#applicant/own.ts'
import { findOffice, type Office } from '#db/queries/offices'
import { listRecordVersions, type RecordVersion } from '#db/queries/record-history'
import type { RecordRow } from '#db/queries/records'
import { findSubmission, type Submission } from '#db/queries/submissions'
import { store } from '#db/store'
import { paths } from '#lib/paths'

export interface OwnRecord {
  readonly own: OwnPage
  readonly record: RecordRow
  /** What was approved. */
  readonly submission: Submission
  readonly office: Office | undefined
  /** Every approved version, newest first: the first is the record in force. */
  readonly versions: readonly RecordVersion[]
}

/** The person's record in force with what was approved. Whoever has none goes to the task list. */
export async function ownRecord(path: string): Promise<OwnRecord> {
  const own = await ownPage(path)
  const { record } = own
  const { read } = await store()
  const submission = record && (await findSubmission(read, record.submissionId))
  if (!record || !submission) redirect(paths.tasks)
  return {
    own,
    record,
    submission,
    office: await findOffice(read, record.officeId),
    versions: await listRecordVersions(read, record.personId),
  }
}
