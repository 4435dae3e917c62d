import { decodeJwt } from 'jose'
import { cookies, headers } from 'next/headers'
import type { NextAuthOptions } from 'next-auth'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { recogniseAtSignIn } from '#db/queries/people'
import { createSession, endSession, findSession } from '#db/queries/sessions'
import { store } from '#db/store'
import { now } from '../clock.ts'
import { env } from '../env.ts'
import { paths } from '../paths.ts'
import { readClaims, STANDARD_CLAIMS } from './claims.ts'
import { cookieOptions, cookieSecret, sessionCookieName, signInCookieName, tokenOfCookie } from './cookies.ts'
import { describeDevice } from './device.ts'
import { LAPSED_MS } from './live.ts'
import { platform } from './platform.ts'
import { ownReturnTo } from './return-to.ts'

type Claims = Record<string, unknown>

/** How long the platform may take to answer on the back channel. */
const PATIENCE_MS = 5_000

const claimNames = () => env().oidc?.claims ?? STANDARD_CLAIMS

/** The platform's addresses: discovered for a real one; the stand-in's back channel stays inside this machine. */
function addresses(): Partial<OAuthConfig<Claims>> {
  const { wellKnown, issuer, scope } = platform()
  if (wellKnown) return { wellKnown, authorization: { params: { scope } } }
  const inside = `http://127.0.0.1:${env().port}/idp`
  return {
    issuer,
    authorization: { url: `${issuer}/authorize`, params: { scope } },
    token: { url: `${inside}/token` },
    jwks_endpoint: `${inside}/jwks`,
    userinfo: { url: `${inside}/userinfo` },
  }
}

const bare = (issuer: string) => issuer.replace(/\/$/, '')

/**
 * The issuer that the platform's own document names must be the configured one, but for a closing slash (OpenID
 * Connect Discovery 4.3). @throws after telling the operator, for whom this is a setting to correct
 */
function checkIssuer(named: string): void {
  const { issuer } = platform()
  if (bare(named) === bare(issuer)) return
  console.error(`sign-in: OIDC_ISSUER is ${issuer}, but its discovery document names ${named}`)
  throw new Error('The discovery document names another issuer.')
}

function provider(): OAuthConfig<Claims> {
  const { clientId, clientSecret } = platform()
  const given = addresses()
  return {
    ...given,
    id: 'identity',
    name: 'identity',
    type: 'oauth',
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    clientId,
    clientSecret,
    client: { token_endpoint_auth_method: 'client_secret_basic', id_token_signed_response_alg: 'RS256' },
    httpOptions: { timeout: PATIENCE_MS },
    userinfo: {
      ...(typeof given.userinfo === 'object' ? given.userinfo : {}),
      request: async ({ client, tokens }) => {
        checkIssuer(client.issuer.metadata.issuer)
        const claims: Claims = decodeJwt(tokens.id_token ?? '')
        if (readClaims(claims, claimNames())) return claims
        // The ID token has been checked by then; what it leaves out is asked for (contract 1).
        const about = await client.userinfo(tokens.access_token ?? '')
        if (about.sub !== claims.sub) throw new Error('The claims are about another subject.')
        return { ...about, ...claims }
      },
    },
    // Without an id the library would lead back without a word; `signIn` below says what is missing.
    profile: (claims) => ({ id: String(claims[claimNames().sub] || 'nobody') }),
  }
}

/** Ends the session that this browser had before: a token never outlives a sign-in. */
async function endPrevious(at: Date): Promise<void> {
  const token = await tokenOfCookie((await cookies()).get(sessionCookieName())?.value)
  const previous = token && (await findSession((await store()).read, token))
  if (previous) await (await store()).write((tx) => endSession(tx, previous.id, at))
}

/** Registers or recognises who signed in and opens their session. @returns the token for the cookie */
async function enter(claims: Claims, idToken: string | undefined): Promise<string> {
  const person = readClaims(claims, claimNames())
  if (!person) throw new Error('The identity platform left out a claim.')
  const at = now()
  const device = describeDevice((await headers()).get('user-agent'))
  await endPrevious(at)
  return (await store()).write(async (tx) => {
    const { personId } = await recogniseAtSignIn(tx, { ...person, issuer: platform().issuer }, at)
    return createSession(tx, { personId, device, idToken }, at)
  })
}

const cookie = (use: string) => ({ name: signInCookieName(use), options: cookieOptions() })

/** Sign-in by OpenID Connect. The browser's token holds a session id and nothing else; the row decides. */
export function authOptions(): NextAuthOptions {
  const { publicOrigin } = env()
  process.env.NEXTAUTH_URL = publicOrigin
  return {
    providers: [provider()],
    secret: cookieSecret(),
    session: { strategy: 'jwt', maxAge: LAPSED_MS / 1000 },
    pages: { signIn: paths.login(), error: paths.login() },
    useSecureCookies: publicOrigin.startsWith('https:'),
    cookies: {
      sessionToken: { name: sessionCookieName(), options: cookieOptions() },
      callbackUrl: cookie('return'),
      csrfToken: cookie('form'),
      pkceCodeVerifier: cookie('verifier'),
      state: cookie('state'),
      nonce: cookie('nonce'),
    },
    callbacks: {
      signIn: ({ profile }) =>
        readClaims({ ...profile }, claimNames()) !== undefined || `${paths.login()}?error=Claims`,
      jwt: async ({ token, account, profile }) =>
        account && profile ? { sid: await enter({ ...profile }, account.id_token) } : { sid: token.sid },
      redirect: ({ url }) => `${publicOrigin}${ownReturnTo(url, publicOrigin) ?? paths.login()}`,
    },
    logger: {
      // Codes only: the details of an error may hold what the platform said of a person.
      error: (code) => console.error(`sign-in: ${code}`),
      warn: () => {},
      debug: () => {},
    },
  }
}
