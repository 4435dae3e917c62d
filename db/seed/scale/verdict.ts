import { commentContext, textContext } from '#db/queries/decisions'
import { submissionContext } from '#db/queries/submissions'
import { picturesIn } from '#lib/collection/present'
import { keyring } from '#lib/protect/current'
import { verifyCode } from '#lib/protect/ids'
import { seal, sealJson } from '#lib/protect/seal'
import type { Snapshot } from './draft.ts'
import { type Person, reviewerOf, type World } from './world.ts'

/** One handing-in of an application. */
export interface Turn {
  readonly applicationId: string
  readonly person: Person
  readonly office: string
  /** 1 for the first. */
  readonly n: number
}

/** The field on which the crowd's returns comment. */
export const COMMENTED = 'employment.unitName'

/** Freezes what is handed in. @returns the submission's id */
export function handIn({ random, writer }: World, turn: Turn, snapshot: Snapshot, at: Date): string {
  const id = random.id()
  const sealed = sealJson(keyring(), submissionContext(id), snapshot)
  const { applicationId, n, office: officeId } = turn
  writer.into.submissions({ id, applicationId, n, officeId, submittedAt: at, sealed })
  for (const { picture } of picturesIn(snapshot.rows)) {
    writer.into.submissionDocuments({ submissionId: id, documentId: picture.documentId })
  }
  return id
}

/** The rows of a decision on it, with the comment of a return. */
export function decide(
  { random, writer }: World,
  turn: Turn,
  submissionId: string,
  decision: 'approve' | 'return',
  at: Date,
): void {
  const id = random.id()
  const { applicationId, n, office: officeId } = turn
  writer.into.decisions({
    id,
    applicationId,
    submissionId,
    n,
    decision,
    codes: decision === 'approve' ? '' : 'RR08',
    sealed: sealJson(keyring(), textContext(id), { text: '' }),
    openAll: false,
    decidedBy: reviewerOf(officeId),
    officeId,
    decidedAt: at,
  })
  if (decision === 'approve') return
  const commentId = random.id()
  const text = '单位名称不是全称。请照营业执照填写全称。'
  const sealed = seal(keyring(), commentContext(commentId), text)
  writer.into.comments({ id: commentId, decisionId: id, applicationId, key: COMMENTED, sealed })
}

/** The record that an approval puts in force. */
export function keepRecord(
  { random, writer }: World,
  turn: Turn,
  submissionId: string,
  record: { readonly version: number; readonly inForce: boolean },
  at: Date,
): void {
  writer.into.records({
    id: random.id(),
    personId: turn.person.id,
    ...record,
    applicationId: turn.applicationId,
    submissionId,
    officeId: turn.office,
    approvedAt: at,
    verifyCode: verifyCode(random.below),
  })
}
