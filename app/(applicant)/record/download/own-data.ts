import { listAccess } from '#db/queries/access'
import { listDecisions } from '#db/queries/decisions'
import { listConsents } from '#db/queries/notices'
import { findOwnCollection, type Workspace } from '#db/queries/own'
import type { Person } from '#db/queries/people'
import { listRecordVersions, type RecordVersion } from '#db/queries/record-history'
import { findSubmission } from '#db/queries/submissions'
import type { Db } from '#db/store'
import type { RowGroup } from '#lib/collection/present'

const LOOKS = 1000

const plain = (groups: readonly RowGroup[]) =>
  groups.map((g) => ({
    part: g.part,
    title: g.title,
    rows: g.rows.map(({ key, label, text }) => ({ key, label, text })),
  }))

/** Codes, words and replies; who decided is told by office, never by name. */
async function decisionsOn(db: Db, applicationId: string) {
  const decisions = await listDecisions(db, applicationId)
  return decisions.map(({ decision, decidedAt, codes, text, comments }) => ({
    decision,
    decidedAt,
    codes,
    text,
    comments: comments.map((c) => ({ key: c.key, text: c.text, reply: c.reply })),
  }))
}

async function versionData(db: Db, { applicationId, submissionId, ...said }: RecordVersion) {
  const submission = await findSubmission(db, submissionId)
  return {
    ...said,
    submittedAt: submission?.submittedAt,
    answers: submission?.snapshot.dossier,
    rows: plain(submission?.snapshot.rows ?? []),
    decisions: await decisionsOn(db, applicationId),
  }
}

async function openData(db: Db, { row, draft, rows, office }: Workspace) {
  const { status, kind, receiptNumber } = row
  return {
    status,
    kind,
    receiptNumber,
    office: office?.name,
    submittedAt: row.submissions > 0 ? row.submittedAt : null,
    answers: { steps: draft.steps, entries: draft.entries },
    rows: plain(rows),
    decisions: await decisionsOn(db, row.id),
  }
}

/**
 * Everything the service keeps about a person that is theirs to have: who they are, what was approved, what
 * is open as typed, what was decided, what they consented to, who looked.
 */
export async function ownData(db: Db, person: Person, at: Date) {
  const { workspace } = await findOwnCollection(db, person, at)
  const { name, idType, idNumber, mobile } = person
  const versions = await listRecordVersions(db, person.id)
  return {
    madeAt: at,
    person: { name, idType, idNumber, mobile },
    record: await Promise.all(versions.map((version) => versionData(db, version))),
    open: workspace ? await openData(db, workspace) : null,
    consents: await listConsents(db, person.id),
    access: await listAccess(db, person.id, LOOKS),
  }
}
