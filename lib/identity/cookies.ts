import { decode } from 'next-auth/jwt'
import { keyring } from '#lib/protect/current'
import { purposeKey } from '#lib/protect/keyring'
import { env } from '../env.ts'

/** The prefix ties a cookie to this host and to https; browsers refuse it without. */
const prefix = () => (env().publicOrigin.startsWith('https:') ? '__Host-' : '')

/** Name of the cookie that holds the session's token, sealed. */
export const sessionCookieName = (): string => `${prefix()}session`
/** Name of a cookie that the sign-in uses on its way. */
export const signInCookieName = (use: string): string => `${prefix()}sign-in-${use}`

/** How cookies of ours are set: not readable by scripts, not sent along from other sites. */
export const cookieOptions = () => ({
  httpOnly: true,
  sameSite: 'lax' as const,
  path: '/',
  secure: env().publicOrigin.startsWith('https:'),
})

/** The key that seals what the cookies hold. */
export const cookieSecret = (): string => purposeKey(keyring(), 'session').toString('base64')

/** The token that a session cookie holds; nothing for a cookie that this key ring did not seal. */
export async function tokenOfCookie(value: string | undefined): Promise<string | undefined> {
  if (!value) return undefined
  try {
    const content = await decode({ token: value, secret: cookieSecret() })
    return typeof content?.sid === 'string' ? content.sid : undefined
  } catch {
    return undefined
  }
}
