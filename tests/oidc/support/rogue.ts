import { createHash, createHmac, generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { exportJWK, SignJWT } from 'jose'

type Claims = Record<string, unknown>

/** What the issuer does other than it should; nothing at all is the positive control. */
export interface Rogue {
  /** Changes the payload of the ID token. */
  claims?: (honest: Claims) => Claims
  /** Writes the ID token by other means than the known key. */
  forge?: (payload: Claims, keys: IssuerKeys) => string | Promise<string>
  /** Leaves the ID token out of the answer. */
  withoutToken?: boolean
  userinfo?: Claims
  discovery?: Claims
  /** Parameters of the answer to the browser. */
  answer?: (honest: Record<string, string>) => Record<string, string>
  down?: boolean
}

const rsa = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
interface IssuerKeys {
  readonly kid: string
  readonly own: ReturnType<typeof rsa>
  readonly foreign: ReturnType<typeof rsa>
  readonly clientSecret: string
}

interface Grant {
  readonly nonce: string
  readonly challenge: string
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A token under another algorithm than the one agreed on: unsigned, or signed with a shared secret. */
export function otherwiseSigned(alg: 'none' | 'HS256', payload: Claims, kid: string, secret = ''): string {
  const text = `${part({ alg, kid, typ: 'JWT' })}.${part(payload)}`
  const signature = alg === 'none' ? '' : createHmac('sha256', secret).update(text).digest('base64url')
  return `${text}.${signature}`
}

/** A token signed with this private key under this header. */
export const signed = (payload: Claims, header: Claims, key: IssuerKeys['own']): Promise<string> =>
  new SignJWT(payload).setProtectedHeader({ alg: 'RS256', ...header }).sign(key.privateKey)

/** An OpenID provider of one person that asks nothing and keeps to the protocol unless told otherwise. */
export class Issuer {
  readonly address: string
  readonly keys: IssuerKeys
  /** How it behaves from now on. */
  rogue: Rogue = {}
  readonly #server: Server
  readonly #grants = new Map<string, Grant>()
  readonly #person: Claims
  readonly #clientId: string

  constructor(port: number, client: { id: string; secret: string }, person: Claims) {
    this.address = `http://127.0.0.1:${port}`
    this.keys = { kid: 'known', own: rsa(), foreign: rsa(), clientSecret: client.secret }
    this.#person = person
    this.#clientId = client.id
    this.#server = createServer((request, answer) => {
      this.#serve(request, answer).catch((error) => answer.writeHead(500).end(String(error)))
    }).listen(port, '127.0.0.1')
  }

  close(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  #payload(nonce: string): Claims {
    const now = Math.floor(Date.now() / 1000)
    const standard = { iss: this.address, aud: this.#clientId, nonce, iat: now, exp: now + 300 }
    return { ...this.#person, ...standard }
  }

  async #token(form: URLSearchParams, authorization: string): Promise<Claims> {
    const grant = this.#grants.get(form.get('code') ?? '')
    this.#grants.delete(form.get('code') ?? '')
    const verifier = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    // What the service must prove in every case, so that no case is refused for want of it.
    if (!grant || !/^Basic /.test(authorization)) throw new Error('no grant')
    if (verifier !== grant.challenge && !this.rogue.answer) throw new Error('no verifier')
    const payload = this.rogue.claims?.(this.#payload(grant.nonce)) ?? this.#payload(grant.nonce)
    const idToken =
      (await this.rogue.forge?.(payload, this.keys)) ??
      (await signed(payload, { kid: this.keys.kid }, this.keys.own))
    const about = { access_token: 'access', token_type: 'Bearer', expires_in: 300 }
    return this.rogue.withoutToken ? about : { ...about, id_token: idToken }
  }

  #authorize(query: URLSearchParams, answer: ServerResponse): void {
    const code = randomBytes(16).toString('hex')
    const asked = (name: string) => query.get(name) ?? ''
    this.#grants.set(code, { nonce: asked('nonce'), challenge: asked('code_challenge') })
    const honest = { code, state: asked('state') }
    const back = new URL(asked('redirect_uri'))
    for (const [name, value] of Object.entries(this.rogue.answer?.(honest) ?? honest))
      back.searchParams.set(name, value)
    answer.writeHead(303, { location: back.href }).end()
  }

  async #serve(request: IncomingMessage, answer: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', this.address)
    const json = (body: Claims) =>
      answer.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (this.rogue.down) return void answer.writeHead(503).end()
    if (pathname === '/.well-known/openid-configuration') {
      const at = (path: string) => `${this.address}/${path}`
      return void json({
        issuer: this.address,
        authorization_endpoint: at('authorize'),
        token_endpoint: at('token'),
        userinfo_endpoint: at('userinfo'),
        jwks_uri: at('jwks'),
        ...this.rogue.discovery,
      })
    }
    if (pathname === '/authorize') return this.#authorize(searchParams, answer)
    if (pathname === '/userinfo') return void json(this.rogue.userinfo ?? this.#person)
    if (pathname === '/jwks') {
      const jwk = await exportJWK(this.keys.own.publicKey)
      return void json({ keys: [{ ...jwk, kid: this.keys.kid, alg: 'RS256', use: 'sig' }] })
    }
    let body = ''
    for await (const piece of request) body += piece
    json(await this.#token(new URLSearchParams(body), request.headers.authorization ?? ''))
  }
}
