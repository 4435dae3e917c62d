import type { Store } from '#db/store'
import type { Client } from './client.ts'
import { answerTo, checkRequest } from './request.ts'
import { liveIdpSession } from './sessions.ts'
import { issueTicket } from './tickets.ts'
import { issueCode } from './tokens.ts'

/** Where an authorisation request leads, or why it is refused on the spot. */
export type Authorized = { readonly to: string } | { readonly refused: string }

/**
 * The authorisation endpoint. Whoever has a live session here goes straight back with a code, unless the
 * client wants the password again (`prompt=login`, `max_age`); everybody else signs in first.
 */
export async function authorize(
  store: Store,
  client: Client,
  query: URLSearchParams,
  sessionToken: string | undefined,
  now: Date,
): Promise<Authorized> {
  const checked = checkRequest(query, client)
  if ('refused' in checked) return checked
  if ('answer' in checked) return { to: checked.answer }
  const asked = checked.request
  const session = await liveIdpSession(store.read, sessionToken, now)
  const fresh =
    session &&
    (asked.maxAge === undefined || now.getTime() - session.createdAt.getTime() <= asked.maxAge * 1000)
  if (session && fresh && asked.prompt !== 'login') {
    const code = await issueCode(store, { sub: session.sub, authTime: session.createdAt, asked }, now)
    return { to: answerTo(asked, { code }) }
  }
  if (asked.prompt === 'none') return { to: answerTo(asked, { error: 'login_required' }) }
  const request = await store.write((tx) => issueTicket(tx, 'request', { asked }, now))
  return { to: `/idp/login?request=${request}` }
}
