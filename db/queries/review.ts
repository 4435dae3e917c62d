import * as machine from '#lib/collection/application'
import { CollectionError } from '#lib/collection/errors'
import { type Content, forwardMessage } from '#lib/messages/templates'
import type { Db } from '../store.ts'
import {
  type ApplicationRow,
  findApplicationInScope,
  moveApplication,
  renewLease,
  toApplication,
} from './applications.ts'
import { sealedNote } from './desk-history.ts'
import { recordEvent } from './events.ts'
import { findOffice } from './offices.ts'
import { sendMessage } from './outbox.ts'
import { findPerson } from './people.ts'

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

/** An application that the desk may act on. @throws NotInScope */
export async function findForDesk(tx: Db, officeIds: readonly string[], id: string): Promise<ApplicationRow> {
  const row = await findApplicationInScope(tx, officeIds, id)
  if (!row) throw new NotInScope()
  return row
}

/** Who does it, as its event tells. */
export const happening = (
  by: Reviewing,
  row: ApplicationRow,
  role: 'reviewer' | 'oversight' = 'reviewer',
) => ({
  at: by.now,
  actorId: by.reviewer,
  role,
  personId: row.personId,
})

type Facts = Readonly<Record<string, string>>

async function hold(
  tx: Db,
  by: Reviewing,
  seen: Seen,
  verb: 'claim' | 'takeOver',
  more: Facts = {},
): Promise<{ row: ApplicationRow; version: number }> {
  const row = await findForDesk(tx, by.reviewIds, seen.id)
  const before = toApplication(row)
  const asked = { reviewer: by.reviewer, now: by.now, version: seen.version }
  const moved = verb === 'claim' ? machine.claim(before, asked) : machine.takeOver(before, asked)
  // A take-over names whose hands it left.
  const facts = { ...more, ...(verb === 'takeOver' && before.claim ? { holder: before.claim.holder } : {}) }
  await moveApplication(tx, before, moved, { ...happening(by, row), facts })
  return { row, version: moved.next.version }
}

/** A claim shows the numbers in full, which is why it leaves a `reveal` beside its own event (D11). */
async function holdAndReveal(tx: Db, by: Reviewing, seen: Seen, verb: 'claim' | 'takeOver'): Promise<void> {
  const { row } = await hold(tx, by, seen, verb)
  const { id: applicationId, officeId } = row
  await recordEvent(tx, { ...happening(by, row), verb: 'reveal', applicationId, officeId })
}

/**
 * Shows the numbers of an application to who decides for its office and does not hold it, for a reason.
 * @param reason a code of `lib/review/reveal`
 * @throws NotInScope
 */
export async function revealNumbers(tx: Db, by: Reviewing, id: string, reason: string): Promise<void> {
  const row = await findForDesk(tx, by.reviewIds, id)
  const { id: applicationId, officeId } = row
  await recordEvent(tx, { ...happening(by, row), verb: 'reveal', applicationId, officeId, facts: { reason } })
}

/**
 * Claims without showing the numbers, as the fast lane does.
 * @returns the application after it
 * @throws NotInScope, CollectionError
 */
export async function claimUnseen(tx: Db, by: Reviewing, seen: Seen): Promise<Seen> {
  const { version } = await hold(tx, by, seen, 'claim', { lane: 'fast' })
  return { id: seen.id, version }
}

/** Claims a submitted application (D11). @throws NotInScope, CollectionError */
export const claimApplication = (tx: Db, by: Reviewing, seen: Seen): Promise<void> =>
  holdAndReveal(tx, by, seen, 'claim')

/** Takes it from the colleague who holds it. @throws NotInScope, CollectionError */
export const takeOverApplication = (tx: Db, by: Reviewing, seen: Seen): Promise<void> =>
  holdAndReveal(tx, by, seen, 'takeOver')

/** Gives it back to the queue. @throws NotInScope, CollectionError */
export async function releaseApplication(tx: Db, by: Reviewing, seen: Seen): Promise<void> {
  const row = await findForDesk(tx, by.reviewIds, seen.id)
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

/** Told to the applicant once it can no longer be undone (D15). */
export async function tell(
  tx: Db,
  row: ApplicationRow,
  content: Content,
  now: Date,
  leavesAt: Date,
): Promise<void> {
  const person = await findPerson(tx, row.personId)
  if (person) {
    await sendMessage(tx, { ...content, mobile: person.mobile, personId: person.id }, now, leavesAt)
  }
}

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
  const row = await findForDesk(tx, by.officeIds, seen.id)
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
  const facts = { from: row.officeId, to: office.id, note: sealedNote(row.id, to.note) }
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
