import { notFound } from 'next/navigation'
import { cache } from 'react'
import { type ApplicationRow, findApplicationInScope, toApplication } from '#db/queries/applications'
import { answeredReturn, type Base, findBases, listRounds } from '#db/queries/compare'
import { type Decision, listDecisions } from '#db/queries/decisions'
import { type HistoryEvent, listHistory } from '#db/queries/desk-history'
import { type Findings, findFindings } from '#db/queries/findings'
import { findOffice, type Office } from '#db/queries/offices'
import { findPeople } from '#db/queries/people'
import { renewClaim } from '#db/queries/review'
import { findLatestSubmission, type Submission } from '#db/queries/submissions'
import { store } from '#db/store'
import { now } from '#lib/clock'
import { type Claim, liveClaim, UNDO_MS } from '#lib/collection/application'
import { picturesIn } from '#lib/collection/present'
import type { ReasonVersion } from '#lib/collection/reason-library'
import { requireStaff } from '#lib/identity/session'
import { paths } from '#lib/paths'
import type { SentenceOf } from '#lib/review/decision'
import { reasonsFor, sentencesOn } from '../sentences.ts'

/** Everything the page of one application shows. */
export interface Desk {
  readonly session: Awaited<ReturnType<typeof requireStaff>>
  readonly at: Date
  readonly row: ApplicationRow
  readonly submission: Submission
  readonly office: Office | undefined
  readonly claim: Claim | undefined
  /** Names of the colleagues that the page mentions, by person id. */
  readonly names: ReadonlyMap<string, string>
  /** Who asks holds the claim: sees the numbers in full and may decide (D11). */
  readonly mine: boolean
  /** It is the reviewer's own record (D14). */
  readonly own: boolean
  /** May decide for this office, or only reads as oversight. */
  readonly reviews: boolean
  readonly decisions: readonly Decision[]
  /** The return that this submission answers. */
  readonly answered: Decision | undefined
  readonly bases: readonly Base[]
  /** Every submission, oldest first, this one at the end. */
  readonly rounds: readonly Submission[]
  readonly history: readonly HistoryEvent[]
  /** What a look at other files tells. */
  readonly findings: Findings
  readonly undoable: boolean
  /** The reasons that the office's reviewers may choose from, and how their sentences read on a row. */
  readonly offered: readonly ReasonVersion[]
  readonly sentenceOf: SentenceOf
}

async function namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { read } = await store()
  return new Map([...(await findPeople(read, ids))].map(([id, { name }]) => [id, name] as const))
}

async function findRow(session: Desk['session'], id: string, at: Date): Promise<ApplicationRow> {
  const { read, write } = await store()
  const { person, reviewIds, officeIds } = session
  const found = await findApplicationInScope(read, officeIds, id)
  if (!found) notFound()
  // Each page of the holder renews the lease (D11); everybody else's opening changes nothing.
  if (found.claimHolder !== person.id) return found
  await write((tx) => renewClaim(tx, { reviewer: person.id, reviewIds, officeIds, now: at }, id))
  return (await findApplicationInScope(read, officeIds, id)) ?? found
}

/** The application, found through the offices of who asks; the 404 page when it is not theirs. */
export const openDesk = cache(async (id: string): Promise<Desk> => {
  const session = await requireStaff(paths.application(id))
  const { read } = await store()
  const at = now()
  const me = session.person.id
  const row = await findRow(session, id, at)
  const submission = await findLatestSubmission(read, id)
  if (!submission) notFound()
  const claim = row.status === 'submitted' ? liveClaim(toApplication(row), at) : undefined
  const decisions = await listDecisions(read, id)
  const answered = answeredReturn(decisions, submission.n)
  const history = await listHistory(read, id)
  const office = await findOffice(read, row.officeId)
  const offered = await reasonsFor([row.officeId])
  const decided = row.status !== 'submitted' && row.decidedBy === me ? row.decidedAt : null
  return {
    session,
    at,
    row,
    submission,
    office,
    claim,
    names: await namesOf([
      ...(claim ? [claim.holder] : []),
      ...history.flatMap((event) =>
        event.role === 'applicant' ? [] : [event.actorId, ...(event.holder ? [event.holder] : [])],
      ),
      ...decisions.map((decision) => decision.decidedBy),
    ]),
    mine: claim?.holder === me,
    own: row.personId === me,
    reviews: session.reviewIds.includes(row.officeId),
    decisions,
    answered,
    bases: await findBases(read, row, submission.n, answered),
    rounds: submission.n > 1 ? await listRounds(read, id) : [submission],
    history,
    findings: await findFindings(read, row, submission.n, submission.snapshot),
    undoable: decided !== null && at.getTime() - decided.getTime() <= UNDO_MS,
    offered,
    sentenceOf: sentencesOn(offered, submission.snapshot.rows, office),
  }
})

/**
 * Where who asks looks at a picture of this application: the office in charge at all of its rounds while it is
 * under review, afterwards at what is in force; oversight at none (contract section 3).
 */
export function pictureHref(desk: Desk): (documentId: string) => string | undefined {
  const { own, reviews, row, submission } = desk
  const inForce = new Set(picturesIn(submission.snapshot.rows).map(({ picture }) => picture.documentId))
  return (documentId) =>
    own || (reviews && (row.status !== 'approved' || inForce.has(documentId)))
      ? paths.document(documentId)
      : undefined
}
