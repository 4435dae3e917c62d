import { findPerson, type Person } from '#db/queries/people'
import {
  endsAt,
  findSession,
  isLive,
  listOwnSessions,
  type SessionRow,
  TOUCH_MS,
  touchSession,
} from '#db/queries/sessions'
import { postsOf, type StaffPost } from '#db/queries/staff'
import type { Store } from '#db/store'

/** A session's cookie still tells whose form was posted for a day. */
export const LAPSED_MS = 24 * 60 * 60_000

/** Who is asking. */
export interface Session {
  /** Id of the session's row. */
  readonly sid: string
  readonly person: Person
  /** Posts held now; empty for everybody who is not staff. */
  readonly roles: readonly StaffPost[]
  /** When it ends unless there is another request. */
  readonly endsAt: Date
}

/** Whole seconds until a session ends unless there is another request. */
export const secondsLeft = ({ endsAt }: Session, now: Date): number =>
  Math.floor((endsAt.getTime() - now.getTime()) / 1000)

const isBefore = (row: SessionRow, changedAt: Date | undefined) =>
  changedAt !== undefined && row.createdAt.getTime() < changedAt.getTime()

/**
 * The session of a token, read anew: person and posts as they are now. A session that is older than the last
 * change of its person's posts counts no more: who they are now is proved by a new sign-in. Notes the use
 * once a minute.
 */
export async function openSession(store: Store, token: string, now: Date): Promise<Session | null> {
  const row = await findSession(store.read, token)
  if (!row || !isLive(row, now)) return null
  const person = await findPerson(store.read, row.personId)
  if (!person) return null
  const { posts, changedAt } = await postsOf(store.read, person.id)
  if (isBefore(row, changedAt)) return null
  const touched = now.getTime() - row.seenAt.getTime() >= TOUCH_MS
  if (touched) await store.write((tx) => touchSession(tx, row.id, now))
  return { sid: row.id, person, roles: posts, endsAt: endsAt(touched ? { ...row, seenAt: now } : row) }
}

/** The sessions of a person that count now, newest first. */
export async function ownSessions({ read }: Store, personId: string, now: Date): Promise<SessionRow[]> {
  const { changedAt } = await postsOf(read, personId)
  return (await listOwnSessions(read, personId, now)).filter((row) => !isBefore(row, changedAt))
}

/**
 * The person of a session, also of one that has run out by itself: what they post then is kept for them
 * (house 4.9). Nobody once the session was ended on purpose.
 */
export async function sessionPerson(store: Store, token: string, now: Date): Promise<string | undefined> {
  const row = await findSession(store.read, token)
  if (!row || row.endedAt !== null || now.getTime() - row.createdAt.getTime() > LAPSED_MS) return undefined
  return row.personId
}
