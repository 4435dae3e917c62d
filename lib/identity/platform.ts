import { createHmac } from 'node:crypto'
import { keyring } from '#lib/protect/current'
import { purposeKey } from '#lib/protect/keyring'
import { env } from '../env.ts'

/** The identity platform as its client sees it. */
export interface Platform {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly scope: string
  /** Discovery document of a real platform; the stand-in's addresses are known. */
  readonly wellKnown: string | undefined
}

const STAND_IN_CLIENT = 'collection'

/** Where the platform sends the browser after a sign-in. */
export const callbackAddress = (): string => `${env().publicOrigin}/api/auth/callback/identity`
/** Where it sends the browser after a sign-out. */
export const signedOutAddress = (): string => `${env().publicOrigin}/`

/** The platform that this process trusts: the real one of OIDC_ISSUER, or the stand-in. */
export function platform(): Platform {
  const { oidc, publicOrigin } = env()
  if (oidc)
    return { ...oidc, wellKnown: `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration` }
  return {
    issuer: `${publicOrigin}/idp`,
    clientId: STAND_IN_CLIENT,
    // lib/idp derives the same secret; neither room imports the other.
    clientSecret: createHmac('sha256', purposeKey(keyring(), 'session'))
      .update('stand-in client')
      .digest('base64url'),
    scope: 'openid profile phone',
    wellKnown: undefined,
  }
}

/** How long a platform that does not answer may hold up a sign-out. */
const PATIENCE_MS = 3_000

async function endSessionEndpoint(p: Platform): Promise<string | undefined> {
  if (!p.wellKnown) return `${p.issuer}/logout`
  try {
    const answer = await fetch(p.wellKnown, { signal: AbortSignal.timeout(PATIENCE_MS) })
    const found: unknown = await answer.json()
    const endpoint = (found as { end_session_endpoint?: unknown }).end_session_endpoint
    return typeof endpoint === 'string' && URL.canParse(endpoint) ? endpoint : undefined
  } catch {
    return undefined
  }
}

/** Whether an ID token names the ID number: such a token must not stand in an address. */
function holdsIdNumber(idToken: string): boolean {
  try {
    const claims = JSON.parse(
      Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString('utf8'),
    ) as object
    return (env().oidc?.claims.id_number ?? 'id_number') in claims
  } catch {
    return true
  }
}

/**
 * Where the browser goes to end its session at the platform too (OpenID Connect RP-Initiated Logout 1.0), or
 * our own start page when the platform has no such address. An ID token with the ID number in it is not put
 * into the address, which histories and logs keep; the client's id stands there instead.
 */
export async function signOutAddress(idToken: string | undefined): Promise<string> {
  const p = platform()
  const endpoint = await endSessionEndpoint(p)
  if (!endpoint) return signedOutAddress()
  const url = new URL(endpoint)
  url.searchParams.set('client_id', p.clientId)
  url.searchParams.set('post_logout_redirect_uri', signedOutAddress())
  if (idToken && !holdsIdNumber(idToken)) url.searchParams.set('id_token_hint', idToken)
  return url.href
}
