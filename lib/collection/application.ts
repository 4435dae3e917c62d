import { CollectionError } from './errors.ts'

/** States of an application; a person without one has the state `none` (domain section 4). */
export type Status = 'draft' | 'submitted' | 'returned' | 'approved'
export type ApplicationKind = 'first' | 'change'

export interface Claim {
  /** The reviewer's person id. */
  readonly holder: string
  readonly since: Date
  readonly until: Date
}

/** The part of an application that verbs look at and move. */
export interface Application {
  readonly id: string
  readonly personId: string
  readonly kind: ApplicationKind
  readonly status: Status
  /** Moved by verbs only. */
  readonly version: number
  /** Moved by every save and picture. */
  readonly revision: number
  readonly officeId: string
  readonly claim: Claim | undefined
  /** How often it was submitted. */
  readonly submissions: number
  readonly submittedAt: Date | undefined
  readonly decidedAt: Date | undefined
  readonly decidedBy: string | undefined
}

export type Verb =
  | 'start'
  | 'startChange'
  | 'submit'
  | 'withdraw'
  | 'discard'
  | 'claim'
  | 'release'
  | 'takeOver'
  | 'forward'
  | 'moveOffice'
  | 'return'
  | 'approve'
  | 'undo'

/** What a verb leaves behind: the application after it, and what the event says. */
export interface Moved {
  readonly next: Application
  readonly verb: Verb
}

/** D11: a claim lasts a quarter of an hour from the last look. */
export const LEASE_MS = 15 * 60_000
/** D15: a decision can be taken back for ten minutes. */
export const UNDO_MS = 10 * 60_000

/** The claim, if its lease has not lapsed. */
export const liveClaim = (a: Application, now: Date): Claim | undefined =>
  a.claim && a.claim.until > now ? a.claim : undefined

function demand(
  condition: boolean,
  code: ConstructorParameters<typeof CollectionError>[0],
  facts = {},
): void {
  if (!condition) throw new CollectionError(code, facts)
}

const moved = (a: Application, verb: Verb, patch: Partial<Application>): Moved => ({
  verb,
  next: { ...a, ...patch, version: a.version + 1 },
})

/** A new application at the office of the county (D4, R44: one record, one open application a person). */
export function start(input: {
  id: string
  personId: string
  officeId: string
  kind: ApplicationKind
  hasRecord: boolean
  hasOpen: boolean
  consented: boolean
}): Moved {
  demand(input.consented, 'consentMissing')
  demand(!input.hasOpen, 'applicationOpen')
  if (input.kind === 'first') demand(!input.hasRecord, 'recordExists')
  else demand(input.hasRecord, 'notOpen')
  const next: Application = {
    id: input.id,
    personId: input.personId,
    kind: input.kind,
    status: 'draft',
    version: 1,
    revision: 1,
    officeId: input.officeId,
    claim: undefined,
    submissions: 0,
    submittedAt: undefined,
    decidedAt: undefined,
    decidedBy: undefined,
  }
  return { next, verb: input.kind === 'first' ? 'start' : 'startChange' }
}

/** Whether answers and pictures may be changed. */
export const isEditable = (a: Application): boolean => a.status === 'draft' || a.status === 'returned'

/** draft, returned → submitted. `revision` is the one the check page showed. */
export function submit(
  a: Application,
  input: { now: Date; revision: number; declared: boolean; blocking: number },
): Moved {
  demand(isEditable(a), 'notOpen', { status: a.status })
  demand(input.revision === a.revision, 'stale')
  demand(input.blocking === 0, 'blocked', { count: input.blocking })
  demand(input.declared, 'declarationMissing')
  return moved(a, 'submit', {
    status: 'submitted',
    submissions: a.submissions + 1,
    submittedAt: input.now,
    decidedAt: undefined,
    decidedBy: undefined,
    claim: undefined,
  })
}

/** submitted → draft, while nobody is reviewing it (D12). */
export function withdraw(a: Application, input: { now: Date; version: number }): Moved {
  demand(a.status === 'submitted', 'notOpen', { status: a.status })
  demand(!liveClaim(a, input.now), 'claimedByOther')
  demand(a.version === input.version, 'stale')
  return moved(a, 'withdraw', { status: 'draft', claim: undefined })
}

/** draft → none (D12). */
export function discard(a: Application): Moved {
  demand(a.status === 'draft', 'notOpen', { status: a.status })
  return moved(a, 'discard', {})
}

function mayReview(a: Application, reviewer: string): void {
  demand(a.status === 'submitted', 'notOpen', { status: a.status })
  demand(a.personId !== reviewer, 'ownRecord')
}

const lease = (holder: string, now: Date): Claim => ({
  holder,
  since: now,
  until: new Date(now.getTime() + LEASE_MS),
})

/** Takes a submitted application into one's hands for a quarter of an hour (D11). */
export function claim(a: Application, input: { reviewer: string; now: Date; version: number }): Moved {
  mayReview(a, input.reviewer)
  const live = liveClaim(a, input.now)
  demand(!live || live.holder === input.reviewer, 'claimedByOther', { holder: live?.holder })
  demand(a.version === input.version, 'stale')
  return moved(a, 'claim', { claim: lease(input.reviewer, input.now) })
}

/** Takes it from a colleague who holds it; leaves a trace. */
export function takeOver(a: Application, input: { reviewer: string; now: Date; version: number }): Moved {
  mayReview(a, input.reviewer)
  demand(a.version === input.version, 'stale')
  return moved(a, 'takeOver', { claim: lease(input.reviewer, input.now) })
}

/** Each page of the holder renews the lease; no verb, the version stays. */
export function renew(a: Application, reviewer: string, now: Date): Application {
  const live = liveClaim(a, now)
  if (live?.holder !== reviewer) return a
  return { ...a, claim: { ...live, until: new Date(now.getTime() + LEASE_MS) } }
}

function mayDecide(a: Application, input: { reviewer: string; now: Date; version: number }): void {
  mayReview(a, input.reviewer)
  const live = liveClaim(a, input.now)
  demand(!live || live.holder === input.reviewer, 'claimedByOther', { holder: live?.holder })
  // The holder may decide after the lease lapsed as long as nobody else has moved the application.
  demand(a.claim?.holder === input.reviewer, 'notClaimed')
  demand(a.version === input.version, 'stale')
}

/** Gives the application back to the queue. */
export function release(a: Application, input: { reviewer: string; now: Date; version: number }): Moved {
  mayDecide(a, input)
  return moved(a, 'release', { claim: undefined })
}

/** submitted → approved. */
export function approve(a: Application, input: { reviewer: string; now: Date; version: number }): Moved {
  mayDecide(a, input)
  return moved(a, 'approve', {
    status: 'approved',
    decidedAt: input.now,
    decidedBy: input.reviewer,
    claim: undefined,
  })
}

/** submitted → returned; needs a code, a text or a comment, and RR99 needs the text (D10). */
export function sendBack(
  a: Application,
  input: {
    reviewer: string
    now: Date
    version: number
    codes: readonly string[]
    text: string
    comments: number
  },
): Moved {
  mayDecide(a, input)
  const text = input.text.trim()
  demand(input.codes.length > 0 || text !== '' || input.comments > 0, 'reasonMissing')
  demand(!input.codes.includes('RR99') || text !== '', 'reasonMissing', { code: 'RR99' })
  return moved(a, 'return', {
    status: 'returned',
    decidedAt: input.now,
    decidedBy: input.reviewer,
    claim: undefined,
  })
}

/** Moves a submitted application to another office; the clock goes on (D16). */
export function forward(
  a: Application,
  input: { by: string; oversight: boolean; now: Date; version: number; officeId: string; note: string },
): Moved {
  if (input.oversight) {
    mayReview(a, input.by)
    demand(a.version === input.version, 'stale')
  } else mayDecide(a, { reviewer: input.by, now: input.now, version: input.version })
  demand(input.officeId !== a.officeId, 'sameOffice')
  demand(input.note.trim() !== '', 'noteMissing')
  return moved(a, 'forward', { officeId: input.officeId, claim: undefined })
}

/** Its office was closed: it goes on at the successor, in the state it is in; a claim there ends. */
export function moveOffice(a: Application, officeId: string): Moved {
  demand(a.status !== 'draft', 'notOpen', { status: a.status })
  demand(officeId !== a.officeId, 'sameOffice')
  return moved(a, 'moveOffice', { officeId, claim: undefined })
}

/** approved, returned → submitted, by who decided, within ten minutes, before the applicant acted. */
export function undo(a: Application, input: { reviewer: string; now: Date; version: number }): Moved {
  demand(a.status === 'approved' || a.status === 'returned', 'notOpen', { status: a.status })
  demand(a.decidedBy === input.reviewer, 'notClaimed')
  demand(a.version === input.version, 'stale')
  const age = input.now.getTime() - (a.decidedAt?.getTime() ?? 0)
  demand(age <= UNDO_MS, 'tooLate')
  return moved(a, 'undo', {
    status: 'submitted',
    decidedAt: undefined,
    decidedBy: undefined,
    claim: lease(input.reviewer, input.now),
  })
}
