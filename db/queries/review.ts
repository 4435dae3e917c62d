import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import * as machine from '#lib/collection/application'
import { CollectionError } from '#lib/collection/errors'
import { openedByReturn } from '#lib/collection/opening'
import { keyring } from '#lib/protect/current'
import { newId, verifyCode } from '#lib/protect/ids'
import { open, seal } from '#lib/protect/seal'
import { decisionMessage, forwardMessage } from '#lib/review/messages'
import { events } from '../schema.ts'
import type { Db } from '../store.ts'
import {
  type ApplicationRow,
  findApplicationInScope,
  findOpenApplication,
  moveApplication,
  renewLease,
  toApplication,
} from './applications.ts'
import { type Decision, insertDecision, listDecisions, undoDecision } from './decisions.ts'
import { recordEvent } from './events.ts'
import { findOffice } from './offices.ts'
import { recallMessages, sendMessage } from './outbox.ts'
import { openingColumns } from './own.ts'
import { findPerson } from './people.ts'
import { putRecord, takeBackRecord } from './records.ts'
import { findLatestSubmission } from './submissions.ts'

/** Who acts at the desk. */
export interface Reviewing {
  /** Person id. */
  readonly reviewer: string
  /** Offices they decide for. */
  readonly reviewIds: readonly string[]
  /** Every office they may read: those, and their area as oversight. */
  readonly officeIds: readonly string[]
  readonly now: Date
}

/** The application is not there for who asks: unknown, a draft, or another county's. */
export class NotInScope extends Error {
  override readonly name = 'NotInScope'
}

/** What the page showed of it. */
export interface Seen {
  readonly id: string
  readonly version: number
}

async function find(tx: Db, officeIds: readonly string[], id: string): Promise<ApplicationRow> {
  const row = await findApplicationInScope(tx, officeIds, id)
  if (!row) throw new NotInScope()
  return row
}

const happening = (by: Reviewing, row: ApplicationRow, role: 'reviewer' | 'oversight' = 'reviewer') => ({
  at: by.now,
  actorId: by.reviewer,
  role,
  personId: row.personId,
})

/** The claim shows the numbers in full, which is why it leaves a `reveal` beside its own event (D11). */
async function hold(tx: Db, by: Reviewing, seen: Seen, verb: 'claim' | 'takeOver'): Promise<void> {
  const row = await find(tx, by.reviewIds, seen.id)
  const before = toApplication(row)
  const moved = (verb === 'claim' ? machine.claim : machine.takeOver)(before, {
    reviewer: by.reviewer,
    now: by.now,
    version: seen.version,
  })
  // A take-over names whose hands it left.
  const trace = verb === 'takeOver' && before.claim ? { facts: { holder: before.claim.holder } } : {}
  await moveApplication(tx, before, moved, { ...happening(by, row), ...trace })
  await recordEvent(tx, {
    ...happening(by, row),
    verb: 'reveal',
    applicationId: row.id,
    officeId: row.officeId,
  })
}

/**
 * Claims without showing the numbers, as the fast lane does.
 * @returns the application after it
 * @throws NotInScope, CollectionError
 */
export async function claimUnseen(tx: Db, by: Reviewing, seen: Seen): Promise<Seen> {
  const row = await find(tx, by.reviewIds, seen.id)
  const before = toApplication(row)
  const { reviewer, now } = by
  const moved = machine.claim(before, { reviewer, now, version: seen.version })
  await moveApplication(tx, before, moved, { ...happening(by, row), facts: { lane: 'fast' } })
  return { id: row.id, version: moved.next.version }
}

/** Claims a submitted application (D11). @throws NotInScope, CollectionError */
export const claimApplication = (tx: Db, by: Reviewing, seen: Seen): Promise<void> =>
  hold(tx, by, seen, 'claim')

/** Takes it from the colleague who holds it. @throws NotInScope, CollectionError */
export const takeOverApplication = (tx: Db, by: Reviewing, seen: Seen): Promise<void> =>
  hold(tx, by, seen, 'takeOver')

/** Gives it back to the queue. @throws NotInScope, CollectionError */
export async function releaseApplication(tx: Db, by: Reviewing, seen: Seen): Promise<void> {
  const row = await find(tx, by.reviewIds, seen.id)
  const before = toApplication(row)
  const moved = machine.release(before, { reviewer: by.reviewer, now: by.now, version: seen.version })
  await moveApplication(tx, before, moved, happening(by, row))
}

/** Renews the holder's lease, as each page of the application does; nothing for everybody else. */
export async function renewClaim(tx: Db, by: Reviewing, id: string): Promise<void> {
  const row = await findApplicationInScope(tx, by.reviewIds, id)
  if (!row) return
  const before = toApplication(row)
  const renewed = machine.renew(before, by.reviewer, by.now)
  if (renewed !== before) await renewLease(tx, renewed)
}

async function newestSubmission(tx: Db, id: string) {
  const submission = await findLatestSubmission(tx, id)
  if (!submission) throw new Error('A submitted application has no snapshot.')
  return submission
}

/** Told to the applicant once it can no longer be undone (D15). */
async function tell(tx: Db, row: ApplicationRow, text: string, now: Date, leavesAt: Date): Promise<void> {
  const person = await findPerson(tx, row.personId)
  if (person) await sendMessage(tx, { mobile: person.mobile, text }, now, leavesAt)
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
  const row = await find(tx, by.reviewIds, seen.id)
  const before = toApplication(row)
  const { reviewer, now } = by
  const moved = machine.approve(before, { reviewer, now, version: seen.version })
  const submission = await newestSubmission(tx, row.id)
  const facts = how.lane ? { facts: { lane: how.lane } } : {}
  await moveApplication(tx, before, moved, { ...happening(by, row), ...facts })
  await insertDecision(tx, row.id, {
    id: newId(),
    submissionId: submission.id,
    n: submission.n,
    decision: 'approve',
    codes: [],
    text: text.trim(),
    openAll: false,
    ticks: how.ticks ?? [],
    decidedBy: reviewer,
    officeId: row.officeId,
    decidedAt: now,
    comments: [],
  })
  await putRecord(tx, {
    id: newId(),
    personId: row.personId,
    applicationId: row.id,
    submissionId: submission.id,
    officeId: row.officeId,
    approvedAt: now,
    verifyCode: verifyCode(),
  })
  await tell(tx, row, decisionMessage('approve', row.kind), now, undoneUntil(now))
  return row
}

const undoneUntil = (now: Date) => new Date(now.getTime() + machine.UNDO_MS)

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
  const row = await find(tx, by.reviewIds, seen.id)
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
  const submission = await newestSubmission(tx, row.id)
  const opening = openedByReturn(
    comments.map((comment) => comment.key),
    openAll,
  )
  const facts = { openParts: row.openParts, openEntries: row.openEntries }
  await moveApplication(tx, before, moved, { ...happening(by, row), facts }, openingColumns(opening))
  await insertDecision(tx, row.id, {
    id: newId(),
    submissionId: submission.id,
    n: submission.n,
    decision: 'return',
    codes,
    text: text.trim(),
    openAll,
    ticks,
    decidedBy: reviewer,
    officeId: row.officeId,
    decidedAt: now,
    comments,
  })
  await tell(tx, row, decisionMessage('return', row.kind), now, undoneUntil(now))
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
  const row = await find(tx, by.reviewIds, seen.id)
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

/** What the note of a forwarding is sealed under. */
export const noteContext = (applicationId: string) => `events.facts.note:${applicationId}`

/**
 * Moves it to another county's office with a note for the colleagues there (D16); the applicant is told.
 * The note is sealed: events hold no text that can be read.
 * @throws NotInScope, CollectionError `sameOffice`, `noteMissing`, `notClaimed`, `stale` …
 */
export async function forwardApplication(
  tx: Db,
  by: Reviewing,
  seen: Seen,
  to: { officeId: string; note: string },
): Promise<ApplicationRow> {
  const row = await find(tx, by.officeIds, seen.id)
  const before = toApplication(row)
  const office = await findOffice(tx, to.officeId)
  if (office?.level !== 'county' || office.closedAt) throw new CollectionError('sameOffice')
  // Oversight needs no claim; a reviewer of the office does.
  const oversight = !by.reviewIds.includes(row.officeId)
  const moved = machine.forward(before, {
    by: by.reviewer,
    oversight,
    now: by.now,
    version: seen.version,
    ...to,
  })
  const note = seal(keyring(), noteContext(row.id), to.note.trim()).toString('base64')
  const facts = { from: row.officeId, to: office.id, note }
  await moveApplication(tx, before, moved, {
    ...happening(by, row, oversight ? 'oversight' : 'reviewer'),
    facts,
  })
  await tell(tx, row, forwardMessage(office.name, office.phone), by.now, by.now)
  return row
}

/** Writes down that a verb was refused at the desk (D14); the refused transaction left nothing. */
export async function recordRefusal(tx: Db, by: Reviewing, id: string, code: string): Promise<void> {
  const row = await findApplicationInScope(tx, by.officeIds, id)
  if (!row) return
  await recordEvent(tx, {
    ...happening(by, row),
    verb: 'refused',
    applicationId: id,
    officeId: row.officeId,
    facts: { code },
  })
}

/** Whether somebody ever held this application: then they may be told that it went elsewhere. */
export async function hasHeld(db: Db, reviewer: string, id: string): Promise<boolean> {
  const [event] = await db
    .select({ id: events.id })
    .from(events)
    .where(
      and(
        eq(events.applicationId, id),
        eq(events.actorId, reviewer),
        inArray(events.verb, ['claim', 'takeOver']),
      ),
    )
    .limit(1)
  return event !== undefined
}

export interface HistoryEvent {
  readonly id: number
  readonly at: Date
  readonly actorId: string
  readonly role: string
  readonly verb: string
  readonly officeId: string | null
  /** Of `forward`: where to, and the note. */
  readonly to?: string
  readonly note?: string
  /** Of `takeOver`: who held it. */
  readonly holder?: string
  /** Of `approve`: `fast` for the fast lane. */
  readonly lane?: string
}

type HistoryFacts = Pick<HistoryEvent, 'to' | 'note' | 'holder' | 'lane'>

/** What has happened to an application, oldest first. */
export async function listHistory(db: Db, applicationId: string): Promise<HistoryEvent[]> {
  const rows = await db
    .select()
    .from(events)
    .where(eq(events.applicationId, applicationId))
    .orderBy(asc(events.id))
  return rows.map(({ id, at, actorId, role, verb, officeId, facts }) => {
    const { to, note, holder, lane } = JSON.parse(facts) as HistoryFacts
    const plain = note
      ? open(keyring(), noteContext(applicationId), Buffer.from(note, 'base64')).toString('utf8')
      : undefined
    const told = {
      ...(to && { to }),
      ...(plain && { note: plain }),
      ...(holder && { holder }),
      ...(lane && { lane }),
    }
    return { id, at, actorId, role, verb, officeId, ...told }
  })
}
