import { and, desc, eq } from 'drizzle-orm'
import * as machine from '#lib/collection/application'
import { CollectionError } from '#lib/collection/errors'
import { openedByReturn } from '#lib/collection/opening'
import { decisionMessage } from '#lib/messages/templates'
import { newId, verifyCode } from '#lib/protect/ids'
import { events } from '../schema.ts'
import type { Db } from '../store.ts'
import { type ApplicationRow, findOpenApplication, moveApplication, toApplication } from './applications.ts'
import { type Decision, insertDecision, listDecisions, type NewDecision, undoDecision } from './decisions.ts'
import { recallMessages } from './outbox.ts'
import { openingColumns } from './own.ts'
import { findPerson } from './people.ts'
import { putRecord, takeBackRecord } from './records.ts'
import { findForDesk, happening, type Reviewing, type Seen, tell } from './review.ts'
import { findLatestSubmission } from './submissions.ts'

/** Writes the decision down beside the snapshot it is about; the applicant is told when it stands. */
async function decide(
  tx: Db,
  by: Reviewing,
  row: ApplicationRow,
  decided: Pick<NewDecision, 'decision' | 'codes' | 'text' | 'openAll' | 'ticks' | 'comments'>,
): Promise<{ submissionId: string }> {
  const submission = await findLatestSubmission(tx, row.id)
  if (!submission) throw new Error('A submitted application has no snapshot.')
  await insertDecision(tx, row.id, {
    ...decided,
    id: newId(),
    submissionId: submission.id,
    n: submission.n,
    text: decided.text.trim(),
    decidedBy: by.reviewer,
    officeId: row.officeId,
    decidedAt: by.now,
  })
  const leavesAt = new Date(by.now.getTime() + machine.UNDO_MS)
  await tell(tx, row, decisionMessage(decided.decision, row.kind), by.now, leavesAt)
  return { submissionId: submission.id }
}

/**
 * Approves: decision, record version n+1 in force at this office, message after ten minutes, together.
 * @throws NotInScope, CollectionError
 */
export async function approveApplication(
  tx: Db,
  by: Reviewing,
  seen: Seen,
  text: string,
  how: { readonly ticks?: readonly string[]; readonly lane?: 'fast' } = {},
): Promise<ApplicationRow> {
  const row = await findForDesk(tx, by.reviewIds, seen.id)
  const before = toApplication(row)
  const { reviewer, now } = by
  const moved = machine.approve(before, { reviewer, now, version: seen.version })
  const facts = how.lane ? { facts: { lane: how.lane } } : {}
  await moveApplication(tx, before, moved, { ...happening(by, row), ...facts })
  const { ticks = [] } = how
  const decided = { decision: 'approve', codes: [], text, openAll: false, ticks, comments: [] } as const
  const { submissionId } = await decide(tx, by, row, decided)
  await putRecord(tx, {
    id: newId(),
    personId: row.personId,
    applicationId: row.id,
    submissionId,
    officeId: row.officeId,
    approvedAt: now,
    verifyCode: verifyCode(),
  })
  return row
}

export interface ReturnInput {
  readonly codes: readonly string[]
  readonly text: string
  readonly openAll: boolean
  readonly comments: readonly { readonly key: string; readonly text: string }[]
  /** Keys of the rows that were ticked as checked: they stay ticked while they read the same. */
  readonly ticks?: readonly string[]
}

/**
 * Returns it with codes, text and comments, and opens what they concern (D10). What was open before goes
 * into the event, so that an undo can put it back.
 * @throws NotInScope, CollectionError
 */
export async function returnApplication(
  tx: Db,
  by: Reviewing,
  seen: Seen,
  input: ReturnInput,
): Promise<ApplicationRow> {
  const row = await findForDesk(tx, by.reviewIds, seen.id)
  const before = toApplication(row)
  const { reviewer, now } = by
  const { codes, text, openAll, comments, ticks = [] } = input
  const moved = machine.sendBack(before, {
    reviewer,
    now,
    version: seen.version,
    codes,
    text,
    comments: comments.length,
  })
  const opening = openedByReturn(
    comments.map((comment) => comment.key),
    openAll,
  )
  const facts = { openParts: row.openParts, openEntries: row.openEntries }
  await moveApplication(tx, before, moved, { ...happening(by, row), facts }, openingColumns(opening))
  await decide(tx, by, row, { decision: 'return', codes, text, openAll, ticks, comments })
  return row
}

async function openedBefore(tx: Db, applicationId: string) {
  const [event] = await tx
    .select({ facts: events.facts })
    .from(events)
    .where(and(eq(events.applicationId, applicationId), eq(events.verb, 'return')))
    .orderBy(desc(events.id))
    .limit(1)
  const facts = JSON.parse(event?.facts ?? '{}') as { openParts?: string; openEntries?: string }
  const { openParts, openEntries } = facts
  return openParts === undefined || openEntries === undefined ? {} : { openParts, openEntries }
}

/** Whether the applicant has gone on from the decision: mended something, or opened a change. */
async function hasActed(tx: Db, row: ApplicationRow): Promise<boolean> {
  if (row.status === 'returned') return row.savedAt > (row.decidedAt ?? row.savedAt)
  return (await findOpenApplication(tx, row.personId)) !== undefined
}

/**
 * Takes one's own decision back within ten minutes, while the applicant has not acted (D15): record
 * version, decision and the message that has not left.
 * @returns what had been decided
 * @throws NotInScope, CollectionError `tooLate`, `notClaimed`, `stale`, `notOpen`
 */
export async function undoDecisionOf(tx: Db, by: Reviewing, seen: Seen): Promise<Decision> {
  const row = await findForDesk(tx, by.reviewIds, seen.id)
  const before = toApplication(row)
  const moved = machine.undo(before, { reviewer: by.reviewer, now: by.now, version: seen.version })
  if (await hasActed(tx, row)) throw new CollectionError('tooLate')
  const [decision] = await listDecisions(tx, row.id)
  if (!decision) throw new CollectionError('notOpen')
  if (decision.decision === 'approve') await takeBackRecord(tx, row.personId, decision.submissionId)
  const columns = decision.decision === 'return' ? await openedBefore(tx, row.id) : {}
  await moveApplication(tx, before, moved, happening(by, row), columns)
  await undoDecision(tx, row.id, decision.id, by.now)
  const person = await findPerson(tx, row.personId)
  if (person) await recallMessages(tx, person.mobile, decision.decidedAt)
  return decision
}
