import { createHash, randomBytes } from 'node:crypto'
import { endIdpSession, findIdpSession, type IdpSessionRow, insertIdpSession } from '#db/queries/idp'
import type { Db } from '#db/store'
import { env } from '../env.ts'

/** How long the stand-in lets somebody in again without a password. */
export const IDP_SESSION_MS = 30 * 60_000

const rowId = (token: string) => createHash('sha256').update(token).digest('hex')

export const idpCookieName = 'idp_session'

/** The cookie is the stand-in's alone: it is not sent outside `/idp`. */
export const idpCookieOptions = () => ({
  httpOnly: true,
  sameSite: 'lax' as const,
  path: '/idp',
  secure: env().publicOrigin.startsWith('https:'),
})

/** @returns the token for the browser */
export async function openIdpSession(tx: Db, sub: string, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await insertIdpSession(tx, rowId(token), sub, now)
  return token
}

/** The live session of a token. */
export async function liveIdpSession(
  db: Db,
  token: string | undefined,
  now: Date,
): Promise<IdpSessionRow | undefined> {
  if (!token) return undefined
  return findIdpSession(db, rowId(token), new Date(now.getTime() - IDP_SESSION_MS))
}

export const closeIdpSession = (tx: Db, token: string, now: Date): Promise<void> =>
  endIdpSession(tx, rowId(token), now)
