import type { Client } from './client.ts'

/** What an authorisation request asks for, once it has been checked. */
export interface AuthorizationRequest {
  readonly redirectUri: string
  readonly state: string | undefined
  readonly nonce: string | undefined
  readonly challenge: string
  readonly scope: string
  readonly prompt: string | undefined
  /** Seconds since the password was last given, at most. */
  readonly maxAge: number | undefined
}

export type Checked =
  | { readonly request: AuthorizationRequest }
  /** The client is unknown or the address is not its own: shown here, never sent there. */
  | { readonly refused: string }
  /** Anything else is told to the client (RFC 6749 4.1.2.1). */
  | { readonly answer: string }

/** The client's address with an answer in its query. */
export function answerTo(
  request: { redirectUri: string; state: string | undefined },
  params: Readonly<Record<string, string>>,
): string {
  const url = new URL(request.redirectUri)
  for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value)
  if (request.state !== undefined) url.searchParams.set('state', request.state)
  return url.href
}

const MOST = 512

/** Checks an authorisation request: code flow, exact address, PKCE with S256 (OAuth 2.1, OpenID Connect Core 3.1.2). */
export function checkRequest(query: URLSearchParams, client: Client): Checked {
  const doubled = [...query.keys()].some((name, i, all) => all.indexOf(name) !== i)
  if (doubled) return { refused: '登录请求里有重复的参数。' }
  if (query.get('client_id') !== client.id) return { refused: '登录请求来自未登记的系统。' }
  if (query.get('redirect_uri') !== client.redirectUri) return { refused: '登录请求里的返回地址未登记。' }
  const get = (name: string) => query.get(name) ?? undefined
  const back = { redirectUri: client.redirectUri, state: get('state') }
  const fail = (error: string) => ({ answer: answerTo(back, { error }) })
  if ([...query.values()].some((value) => value.length > MOST)) return fail('invalid_request')
  if (get('response_type') !== 'code') return fail('unsupported_response_type')
  const scope = get('scope') ?? ''
  if (!scope.split(' ').includes('openid')) return fail('invalid_scope')
  const challenge = get('code_challenge') ?? ''
  if (get('code_challenge_method') !== 'S256' || !/^[\w-]{43}$/.test(challenge))
    return fail('invalid_request')
  const age = get('max_age')
  if (age !== undefined && !/^\d{1,9}$/.test(age)) return fail('invalid_request')
  const maxAge = age === undefined ? undefined : Number(age)
  return { request: { ...back, nonce: get('nonce'), challenge, scope, prompt: get('prompt'), maxAge } }
}
