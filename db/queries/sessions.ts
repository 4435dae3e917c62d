import { createHash, randomBytes } from 'node:crypto'
import { and, desc, eq, gt, isNull, ne } from 'drizzle-orm'
import { keyring } from '#lib/protect/current'
import { open, seal } from '#lib/protect/seal'
import { sessions } from '../schema.ts'
import type { Db } from '../store.ts'

/** A session ends after so long without a request … */
export const IDLE_MS = 30 * 60_000
/** … and at the latest so long after the sign-in. */
export const ABSOLUTE_MS = 8 * 60 * 60_000
/** The last request is written down at most this often. */
export const TOUCH_MS = 60_000

export type SessionRow = typeof sessions.$inferSelect

/** What the ID token of a session is sealed under. */
export const idTokenContext = (id: string) => `sessions.id_token:${id}`
const rowId = (token: string) => createHash('sha256').update(token).digest('hex')

/**
 * Opens a session.
 * @returns the token for the browser: 256 random bits, of which the store keeps the SHA-256 only
 */
export async function createSession(
  tx: Db,
  session: { personId: string; device: string; idToken?: string },
  now: Date,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const id = rowId(token)
  await tx.insert(sessions).values({
    id,
    personId: session.personId,
    createdAt: now,
    seenAt: now,
    idToken: session.idToken ? seal(keyring(), idTokenContext(id), session.idToken) : null,
    device: session.device,
  })
  return token
}

/** The row behind a token, ended and expired ones included. */
export async function findSession(db: Db, token: string): Promise<SessionRow | undefined> {
  const [row] = await db
    .select()
    .from(sessions)
    .where(eq(sessions.id, rowId(token)))
  return row
}

/** When a session ends by itself unless it is used again. */
export const endsAt = (row: Pick<SessionRow, 'seenAt' | 'createdAt'>): Date =>
  new Date(Math.min(row.seenAt.getTime() + IDLE_MS, row.createdAt.getTime() + ABSOLUTE_MS))

/** Whether a session still counts. */
export const isLive = (row: SessionRow, now: Date): boolean => row.endedAt === null && now < endsAt(row)

/** Writes down that the session was used. */
export async function touchSession(tx: Db, id: string, now: Date): Promise<void> {
  await tx
    .update(sessions)
    .set({ seenAt: now })
    .where(and(eq(sessions.id, id), isNull(sessions.endedAt)))
}

/** Ends one session; the ID token goes with it. */
export async function endSession(tx: Db, id: string, now: Date): Promise<void> {
  await tx
    .update(sessions)
    .set({ endedAt: now, idToken: null })
    .where(and(eq(sessions.id, id), isNull(sessions.endedAt)))
}

/** Ends one session of this person, or nothing when it is another's. */
export async function endOwnSession(tx: Db, personId: string, id: string, now: Date): Promise<void> {
  await tx
    .update(sessions)
    .set({ endedAt: now, idToken: null })
    .where(and(eq(sessions.id, id), eq(sessions.personId, personId), isNull(sessions.endedAt)))
}

/** Ends every session of a person except one. */
export async function endOtherSessions(tx: Db, personId: string, keep: string, now: Date): Promise<void> {
  await tx
    .update(sessions)
    .set({ endedAt: now, idToken: null })
    .where(and(eq(sessions.personId, personId), ne(sessions.id, keep), isNull(sessions.endedAt)))
}

/** The live sessions of a person, newest first. */
export async function listOwnSessions(db: Db, personId: string, now: Date): Promise<SessionRow[]> {
  const rows = await db
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.personId, personId),
        isNull(sessions.endedAt),
        gt(sessions.createdAt, new Date(now.getTime() - ABSOLUTE_MS)),
      ),
    )
    .orderBy(desc(sessions.createdAt))
  return rows.filter((row) => isLive(row, now))
}

/** The ID token the platform gave at the sign-in, if the session still holds it. */
export const idTokenOf = (row: SessionRow): string | undefined =>
  row.idToken ? open(keyring(), idTokenContext(row.id), row.idToken).toString('utf8') : undefined
