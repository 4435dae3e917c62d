import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportJWK } from 'jose'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { end, freePort, type Service, serve } from '#support/service'
import { type Answer, Visitor } from '#support/visitor'
import { isSignedIn } from './support/people.ts'
import { Issuer, otherwiseSigned, type Rogue, signed } from './support/rogue.ts'

// An issuer that breaks the rules is refused every time, in plain words and without a session; the same issuer
// keeping to them signs in (security.md 6.8.2, 9.1, 10.5).

const ATTEMPTS = 10
const CLIENT = { id: 'kuaiji', secret: 'a secret of the test' }
const PERSON = {
  sub: 'one',
  name: '测试甲',
  id_type: '111',
  id_number: '410105199001019972',
  phone_number: '13900000001',
}
const LEFT_OUT = '没有给出姓名、证件号码或手机号'
const UNFINISHED = '登录没有完成，您还没有登录'
const folder = mkdtempSync(join(tmpdir(), 'rogue-'))
let issuer: Issuer
let service: Service

beforeAll(async () => {
  const ports = [await freePort(), await freePort()] as const
  issuer = new Issuer(ports[0], CLIENT, PERSON)
  service = await serve(folder, ports[1], {
    SEED: 'none',
    OIDC_ISSUER: issuer.address,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
  })
})

afterAll(async () => {
  issuer.close()
  await end(service.child, 'SIGKILL')
  rmSync(folder, { recursive: true })
})

afterEach(() => {
  issuer.rogue = {}
})

/** A browser with the sign-in page open, and what its form leads to. */
async function browser() {
  const visitor = new Visitor(service.origin)
  const login = await visitor.open('/login')
  return { visitor, begin: () => visitor.submit(login.body, 'login', login.path) }
}

/** A page for people: what happened and what to do, no code, no trace. */
async function expectRefusal(visitor: Visitor, answer: Answer, words = UNFINISHED): Promise<void> {
  const page = await visitor.follow(answer)
  expect(page.status).toBe(200)
  expect(page.body).toContain(words)
  expect(page.body).toContain('data-form="login"')
  expect(page.body).not.toMatch(/Error|exception|JWT|token|invalid_/)
  expect(await isSignedIn(visitor)).toBe(false)
  expect([...visitor.cookies.keys()]).not.toContain('session')
}

test('positive control: the same issuer keeping to the rules signs in', async () => {
  const { visitor, begin } = await browser()
  const page = await visitor.follow(await begin())
  expect(page.path).toBe('/collection')
  expect(page.body).toContain(PERSON.name)
  expect(await isSignedIn(visitor)).toBe(true)
})

const without =
  (name: string): Rogue['claims'] =>
  ({ [name]: _, ...rest }) =>
    rest
const soon = (seconds: number) => Math.floor(Date.now() / 1000) + seconds

const CASES: readonly (readonly [string, Rogue, string?])[] = [
  ['no signature', { forge: (payload, { kid }) => otherwiseSigned('none', payload, kid) }],
  [
    'HS256 with the public key for a secret',
    {
      forge: (payload, { kid, own }) =>
        otherwiseSigned('HS256', payload, kid, String(own.publicKey.export({ type: 'spki', format: 'pem' }))),
    },
  ],
  [
    'HS256 with the secret of the client',
    { forge: (payload, { kid, clientSecret }) => otherwiseSigned('HS256', payload, kid, clientSecret) },
  ],
  ['a foreign key', { forge: (payload, { foreign }) => signed(payload, { kid: 'foreign' }, foreign) }],
  [
    'a foreign key under the known name',
    { forge: (payload, { kid, foreign }) => signed(payload, { kid }, foreign) },
  ],
  [
    'a foreign key that the token brings along',
    {
      forge: async (payload, { kid, foreign }) =>
        signed(payload, { kid, jwk: await exportJWK(foreign.publicKey) }, foreign),
    },
  ],
  [
    'a payload changed after signing',
    {
      forge: async (payload, { kid, own }) => {
        const [head, , signature] = (await signed(payload, { kid }, own)).split('.')
        const changed = Buffer.from(JSON.stringify({ ...payload, sub: 'two' })).toString('base64url')
        return `${head}.${changed}.${signature}`
      },
    },
  ],
  ['no ID token', { withoutToken: true }],
  ['expired', { claims: (honest) => ({ ...honest, exp: soon(-15) }) }],
  ['without an end', { claims: without('exp') }],
  ['not valid yet', { claims: (honest) => ({ ...honest, nbf: soon(60) }) }],
  ['another issuer', { claims: (honest) => ({ ...honest, iss: 'http://127.0.0.1:1' }) }],
  ['another audience', { claims: (honest) => ({ ...honest, aud: 'other' }) }],
  [
    'an audience of two, authorised for the other',
    { claims: (honest) => ({ ...honest, aud: [CLIENT.id, 'other'], azp: 'other' }) },
  ],
  ['another nonce', { claims: (honest) => ({ ...honest, nonce: 'other' }) }],
  ['no nonce', { claims: without('nonce') }],
  ['no subject', { claims: without('sub') }],
  ['an empty subject', { claims: (honest) => ({ ...honest, sub: '' }), userinfo: { sub: '' } }, LEFT_OUT],
  [
    'claims about another subject',
    { claims: without('id_number'), userinfo: { ...PERSON, sub: 'two', id_number: '410105199001029986' } },
  ],
  [
    'a discovery document of another issuer',
    {
      discovery: { issuer: 'http://127.0.0.1:1' },
      claims: (honest) => ({ ...honest, iss: 'http://127.0.0.1:1' }),
    },
  ],
  ['another state', { answer: (honest) => ({ ...honest, state: 'other' }) }],
  ['no state', { answer: ({ code = '' }) => ({ code }) }],
  ['an answer in the name of another issuer', { answer: (h) => ({ ...h, iss: 'http://127.0.0.1:1' }) }],
  ['an unknown code', { answer: (honest) => ({ ...honest, code: 'other' }) }],
  ['the person said no', { answer: ({ state = '' }) => ({ state, error: 'access_denied' }) }],
  ['no ID number anywhere', { claims: without('id_number'), userinfo: { sub: 'one' } }, LEFT_OUT],
  [
    'a name that is no text',
    { claims: (honest) => ({ ...honest, name: ['测试甲'] }), userinfo: { sub: 'one' } },
    LEFT_OUT,
  ],
  ['it does not answer', { down: true }, '暂时连接不上'],
]

describe(`refused ${ATTEMPTS} times out of ${ATTEMPTS}`, () => {
  test.each(CASES.map(([name, rogue, words]) => ({ name, rogue, words })))(
    '$name',
    async ({ rogue, words }) => {
      const { visitor, begin } = await browser()
      issuer.rogue = rogue
      for (let n = 0; n < ATTEMPTS; n++) await expectRefusal(visitor, await begin(), words)
    },
  )

  test('the state of another browser', async () => {
    for (let n = 0; n < ATTEMPTS; n++) {
      const [mine, other] = [await browser(), await browser()]
      await mine.begin()
      const platform = await other.visitor.send((await other.begin()).location)
      // The answer that the other browser would have got is brought to mine.
      await expectRefusal(mine.visitor, platform)
    }
  })

  test('a code a second time: elsewhere, in the same browser, and put into another sign-in', async () => {
    for (let n = 0; n < ATTEMPTS; n++) {
      const { visitor, begin } = await browser()
      const platform = await visitor.send((await begin()).location)
      await visitor.follow(platform)
      expect(await isSignedIn(visitor)).toBe(true)

      await expectRefusal(new Visitor(service.origin), platform)
      visitor.cookies.delete('session')
      await expectRefusal(visitor, platform)

      const old = new URL(platform.location, service.origin).searchParams.get('code') ?? ''
      issuer.rogue = { answer: (honest) => ({ ...honest, code: old }) }
      await expectRefusal(visitor, await begin())
      issuer.rogue = {}
    }
  })

  test('a code of somebody else’s sign-in, which the issuer would still take', async () => {
    for (let n = 0; n < ATTEMPTS; n++) {
      const [thief, victim] = [await browser(), await browser()]
      const stolen = await thief.visitor.send((await thief.begin()).location)
      const code = new URL(stolen.location, service.origin).searchParams.get('code') ?? ''
      issuer.rogue = { answer: (honest) => ({ ...honest, code }) }
      await expectRefusal(victim.visitor, await victim.begin())
      issuer.rogue = {}
    }
  })
})

test('after all that the issuer keeping to the rules still signs in', async () => {
  const { visitor, begin } = await browser()
  await visitor.follow(await begin())
  expect(await isSignedIn(visitor)).toBe(true)
})

test('a refused answer leaves a session that was there before as it was', async () => {
  const { visitor, begin } = await browser()
  await visitor.follow(await begin())
  const before = visitor.cookies.get('session')
  issuer.rogue = CASES[0]?.[1] ?? {}
  await visitor.follow(await begin())
  expect(visitor.cookies.get('session')).toBe(before)
  expect(await isSignedIn(visitor)).toBe(true)
})

test('what is printed names no claim of a refused answer', () => {
  const said = service.child.said()
  expect(said).toContain('sign-in: ')
  expect(said).toContain('its discovery document names http://127.0.0.1:1')
  for (const value of [PERSON.name, PERSON.id_number, PERSON.phone_number]) expect(said).not.toContain(value)
})
