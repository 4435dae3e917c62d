import { createHash } from 'node:crypto'
import { SignJWT } from 'jose'
import { findAccount } from '#db/queries/idp'
import type { Store } from '#db/store'
import { detailsOf } from './accounts.ts'
import { type Client, isClient, issuer } from './client.ts'
import { ALGORITHM, signingKey } from './keys.ts'
import type { AuthorizationRequest } from './request.ts'
import { issueTicket, peekTicket, redeemTicket, type Tickets } from './tickets.ts'

/** Claims about a person, as the ID token and userinfo give them (contract section 1). */
export interface Claims {
  readonly sub: string
  readonly name: string
  readonly id_type: string
  readonly id_number: string
  readonly phone_number: string
}

export type TokenAnswer =
  | { readonly status: 200; readonly body: Readonly<Record<string, string | number>> }
  | { readonly status: 400 | 401; readonly body: { readonly error: string } }

/** A code for the client: used once, within a minute. */
export const issueCode = (
  store: Store,
  grant: { sub: string; authTime: Date; asked: AuthorizationRequest },
  now: Date,
): Promise<string> =>
  store.write((tx) =>
    issueTicket(tx, 'code', { ...grant, authTime: Math.floor(grant.authTime.getTime() / 1000) }, now),
  )

/** What the stand-in says of a subject. */
async function claimsOf(store: Store, sub: string): Promise<Claims | undefined> {
  const row = await findAccount(store.read, sub)
  if (!row) return undefined
  const { name, idType, idNumber, mobile } = detailsOf(row)
  return { sub, name, id_type: idType, id_number: idNumber, phone_number: mobile }
}

async function idToken(
  store: Store,
  client: Client,
  code: Tickets['code'],
  claims: Claims,
  now: Date,
): Promise<string> {
  const { kid, key } = await signingKey(store, now)
  const { sub, ...about } = claims
  const nonce = code.asked.nonce === undefined ? {} : { nonce: code.asked.nonce }
  // The client checks these two times against the machine's own clock, which a test's APP_CLOCK does not move.
  return new SignJWT({ ...about, ...nonce, auth_time: code.authTime })
    .setProtectedHeader({ alg: ALGORITHM, kid })
    .setIssuer(issuer())
    .setSubject(sub)
    .setAudience(client.id)
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(key)
}

const refuse = (error: string, status: 400 | 401 = 400): TokenAnswer => ({ status, body: { error } })

/** The challenge of a verifier (RFC 7636 4.6). */
const challengeOf = (verifier: string) => createHash('sha256').update(verifier).digest('base64url')

/** The token endpoint: the client proves itself and its verifier, the code is used up either way. */
export async function exchangeCode(
  store: Store,
  client: Client,
  request: { authorization: string | null; form: URLSearchParams },
  now: Date,
): Promise<TokenAnswer> {
  const { form } = request
  if (!isClient(request.authorization, client)) return refuse('invalid_client', 401)
  if (form.get('grant_type') !== 'authorization_code') return refuse('unsupported_grant_type')
  const code = await store.write((tx) => redeemTicket(tx, 'code', form.get('code') ?? '', now))
  const right =
    code &&
    form.get('redirect_uri') === code.asked.redirectUri &&
    challengeOf(form.get('code_verifier') ?? '') === code.asked.challenge
  const claims = right && (await claimsOf(store, code.sub))
  if (!claims) return refuse('invalid_grant')
  const access = await store.write((tx) => issueTicket(tx, 'access', { sub: code.sub }, now))
  const body = {
    access_token: access,
    token_type: 'Bearer',
    expires_in: 300,
    scope: code.asked.scope,
    id_token: await idToken(store, client, code, claims, now),
  }
  return { status: 200, body }
}

/** The userinfo endpoint: the claims behind an `Authorization: Bearer …` header, or nothing. */
export async function userinfo(
  store: Store,
  authorization: string | null,
  now: Date,
): Promise<Claims | undefined> {
  const token = /^Bearer ([\w-]+)$/i.exec(authorization ?? '')?.[1]
  const access = token && (await peekTicket(store.read, 'access', token, now))
  return access ? claimsOf(store, access.sub) : undefined
}
