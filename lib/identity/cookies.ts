import { decode } from 'next-auth/jwt'
import { keyring } from '#lib/protect/current'
import { purposeKeys } from '#lib/protect/keyring'
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

const secrets = (): string[] => purposeKeys(keyring(), 'session').map((key) => key.toString('base64'))

/** The key that seals what the cookies hold. */
export const cookieSecret = (): string => secrets()[0] ?? ''

/**
 * The token that a session cookie holds; nothing for a cookie that this key ring did not seal. Cookies from before
 * a key was added count: the token in them is looked for in the store, which alone says whether it lives.
 */
export async function tokenOfCookie(value: string | undefined): Promise<string | undefined> {
  if (!value) return undefined
  for (const secret of secrets()) {
    try {
      const content = await decode({ token: value, secret })
      return typeof content?.sid === 'string' ? content.sid : undefined
    } catch {
      // Another key of the ring may have sealed it.
    }
  }
  return undefined
}
