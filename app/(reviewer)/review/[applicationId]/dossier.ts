import { notFound } from 'next/navigation'
import { type ApplicationRow, findApplicationInScope, toApplication } from '#db/queries/applications'
import { type Decision, listDecisions } from '#db/queries/decisions'
import { findOffice, type Office } from '#db/queries/offices'
import { findPerson } from '#db/queries/people'
import { findRecordInForce } from '#db/queries/records'
import { type HistoryEvent, listHistory, renewClaim } from '#db/queries/review'
import {
  findLatestSubmission,
  findSubmission,
  findSubmissionBefore,
  type Submission,
} from '#db/queries/submissions'
import { store } from '#db/store'
import { now } from '#lib/clock'
import { type Application, type Claim, liveClaim, UNDO_MS } from '#lib/collection/application'
import { type Change, diff } from '#lib/collection/diff'
import { requireStaff } from '#lib/identity/session'
import { paths } from '#lib/paths'

export interface Desk {
  readonly session: Awaited<ReturnType<typeof requireStaff>>
  readonly at: Date
  readonly row: ApplicationRow
  readonly application: Application
  readonly submission: Submission
  readonly office: Office | undefined
  readonly claim: Claim | undefined
  readonly holderName: string
  /** Who asks holds the claim: sees the numbers in full and may decide (D11). */
  readonly mine: boolean
  /** It is the reviewer's own record (D14). */
  readonly own: boolean
  /** May decide for this office, or only reads as oversight. */
  readonly reviews: boolean
  readonly decisions: readonly Decision[]
  readonly history: readonly HistoryEvent[]
  readonly changes: readonly Change[]
  readonly comparedWith: string
  readonly undoable: boolean
}

async function earlier(row: ApplicationRow, n: number): Promise<{ submission?: Submission; from: string }> {
  const { read } = await store()
  const before = await findSubmissionBefore(read, row.id, n)
  if (before) return { submission: before, from: `第 ${before.n} 次提交` }
  if (row.kind !== 'change') return { from: '' }
  const record = await findRecordInForce(read, row.personId)
  const base =
    record && record.applicationId !== row.id ? await findSubmission(read, record.submissionId) : undefined
  return { ...(base ? { submission: base } : {}), from: '有效记录' }
}

/** Everything the page of one application shows, found through the offices of who asks. */
export async function openDesk(id: string): Promise<Desk> {
  const session = await requireStaff(paths.application(id))
  const { read, write } = await store()
  const at = now()
  const by = {
    reviewer: session.person.id,
    reviewIds: session.reviewIds,
    officeIds: session.officeIds,
    now: at,
  }
  const found = await findApplicationInScope(read, session.officeIds, id)
  if (!found) notFound()
  // Each page of the holder renews the lease (D11).
  if (found.claimHolder === session.person.id) await write((tx) => renewClaim(tx, by, id))
  const row = (await findApplicationInScope(read, session.officeIds, id)) ?? found
  const submission = await findLatestSubmission(read, id)
  if (!submission) notFound()
  const application = toApplication(row)
  const claim = row.status === 'submitted' ? liveClaim(application, at) : undefined
  const holder = claim && (await findPerson(read, claim.holder))
  const { submission: before, from } = await earlier(row, submission.n)
  const decided = row.decidedAt && row.decidedBy === session.person.id && row.status !== 'submitted'
  return {
    session,
    at,
    row,
    application,
    submission,
    office: await findOffice(read, row.officeId),
    claim,
    holderName: holder?.name ?? '',
    mine: claim?.holder === session.person.id,
    own: row.personId === session.person.id,
    reviews: session.reviewIds.includes(row.officeId),
    decisions: await listDecisions(read, id),
    history: await listHistory(read, id),
    changes: before ? diff(before.snapshot.rows, submission.snapshot.rows) : [],
    comparedWith: from,
    undoable: Boolean(decided) && at.getTime() - (row.decidedAt?.getTime() ?? 0) <= UNDO_MS,
  }
}
