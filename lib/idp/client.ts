import { createHmac, timingSafeEqual } from 'node:crypto'
import { keyring } from '#lib/protect/current'
import { purposeKey } from '#lib/protect/keyring'
import { env } from '../env.ts'

/** The one client of the stand-in: the service that it signs people in to. */
export interface Client {
  readonly id: string
  readonly secret: string
  readonly redirectUri: string
  readonly postLogoutRedirectUri: string
}

export const issuer = (): string => `${env().publicOrigin}/idp`

/** The registration of the client; its secret comes from the key ring, so there is none to leak from a file. */
export function client(): Client {
  const { publicOrigin } = env()
  return {
    id: 'collection',
    secret: createHmac('sha256', purposeKey(keyring(), 'session'))
      .update('stand-in client')
      .digest('base64url'),
    redirectUri: `${publicOrigin}/api/auth/callback/identity`,
    postLogoutRedirectUri: `${publicOrigin}/`,
  }
}

const same = (a: string, b: string) => {
  const [x, y] = [Buffer.from(a), Buffer.from(b)]
  return x.length === y.length && timingSafeEqual(x, y)
}

const plain = (part: string) => decodeURIComponent(part.replace(/\+/g, ' '))

/** Whether an `Authorization: Basic …` header is the client's (RFC 6749 2.3.1). */
export function isClient(authorization: string | null, known: Client): boolean {
  const encoded = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '')?.[1]
  if (!encoded) return false
  const [id = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':')
  try {
    return same(plain(id), known.id) && same(plain(rest.join(':')), known.secret)
  } catch {
    return false
  }
}
