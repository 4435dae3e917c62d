import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLocalJWKSet, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Store } from '#db/store'
import { openTestStore } from '#db/testing'
import { createKeyring } from '#lib/protect/keyring'
import { seedAccounts } from './accounts.ts'
import { authorize } from './authorize.ts'
import { answersCaptcha, askCaptcha } from './captcha.ts'
import { type Client, client, isClient } from './client.ts'
import { newDevice } from './devices.ts'
import { publicKeys } from './keys.ts'
import { ADDRESS_CAPTCHA_AFTER, attemptLogin, CAPTCHA_AFTER, PROBLEMS, SLOW_AFTER } from './login.ts'
import { checkRequest } from './request.ts'
import { IDP_SESSION_MS, openIdpSession } from './sessions.ts'
import { peekTicket } from './tickets.ts'
import { exchangeCode, issueCode, userinfo } from './tokens.ts'

const folder = mkdtempSync(join(tmpdir(), 'idp-'))
const NOW = new Date('2026-11-24T02:00:00Z')
const later = (ms: number) => new Date(NOW.getTime() + ms)
const PERSON = { name: '测试甲', idType: '111', idNumber: '410105199001019993', mobile: '13900000001' }
const PASSWORD = 'Henan@2026'
const VERIFIER = 'v'.repeat(43)
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url')

let store: Store
let remove: () => Promise<void>
let known: Client
let sub: string

beforeAll(async () => {
  process.env.DATA_DIR = folder
  createKeyring(join(folder, 'keyring.json'))
  ;({ store, remove } = await openTestStore())
  known = client()
  await store.write((tx) => seedAccounts(tx, [{ ...PERSON, password: PASSWORD }], NOW))
  const outcome = await attempt()
  sub = 'sub' in outcome ? outcome.sub : ''
})

afterAll(async () => {
  await remove()
  rmSync(folder, { recursive: true })
})

const asking = (over: Readonly<Record<string, string | undefined>> = {}) => {
  const params: Record<string, string | undefined> = {
    client_id: known.id,
    redirect_uri: known.redirectUri,
    response_type: 'code',
    scope: 'openid profile phone',
    state: 'st',
    nonce: 'no',
    code_challenge: CHALLENGE,
    code_challenge_method: 'S256',
    ...over,
  }
  return new URLSearchParams(Object.entries(params).flatMap(([k, v]) => (v === undefined ? [] : [[k, v]])))
}

const attempt = (over: Partial<Parameters<typeof attemptLogin>[1]> = {}, at = NOW) =>
  attemptLogin(
    store,
    {
      account: PERSON.idNumber,
      password: PASSWORD,
      captchaId: '',
      captcha: '',
      address: '10.0.0.1',
      ...over,
    },
    at,
  )

describe('authorisation request', () => {
  test('a good one is taken', () => {
    expect(checkRequest(asking(), known)).toMatchObject({
      request: { state: 'st', nonce: 'no', challenge: CHALLENGE },
    })
  })

  test.each([
    ['unknown client', { client_id: 'other' }],
    ['no client', { client_id: undefined }],
    ['longer address', { redirect_uri: 'http://localhost:3000/api/auth/callback/identity/' }],
    ['other host', { redirect_uri: 'http://localhost:3000.evil.example/api/auth/callback/identity' }],
    ['address with query', { redirect_uri: 'http://localhost:3000/api/auth/callback/identity?x=1' }],
    ['no address', { redirect_uri: undefined }],
  ])('%s is refused without a redirect', (_name, over) => {
    expect(checkRequest(asking(over), known)).toHaveProperty('refused')
  })

  test.each([
    ['implicit flow', { response_type: 'token' }, 'unsupported_response_type'],
    ['no openid', { scope: 'profile' }, 'invalid_scope'],
    ['no challenge', { code_challenge: undefined }, 'invalid_request'],
    ['plain challenge', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['no method', { code_challenge_method: undefined }, 'invalid_request'],
    ['bad max_age', { max_age: '-1' }, 'invalid_request'],
  ])('%s is told to the client', (_name, over, error) => {
    const checked = checkRequest(asking(over), known)
    expect(checked).toHaveProperty('answer')
    const url = new URL('answer' in checked ? checked.answer : '')
    expect(url.searchParams.get('error')).toBe(error)
    expect(url.searchParams.get('state')).toBe('st')
  })

  test('doubled parameters are refused', () => {
    const query = asking()
    query.append('client_id', known.id)
    expect(checkRequest(query, known)).toHaveProperty('refused')
  })
})

describe('authorisation with a session', () => {
  const go = async (over: Record<string, string>, at = NOW) => {
    const token = await store.write((tx) => openIdpSession(tx, sub, NOW))
    const outcome = await authorize(store, known, asking(over), token, at)
    return new URL('to' in outcome ? outcome.to : '', 'http://localhost:3000')
  }
  test('goes straight back with a code', async () => {
    expect((await go({})).searchParams.get('code')).toBeTruthy()
  })
  test.each([
    ['prompt=login', { prompt: 'login' }, NOW],
    ['an old password', { max_age: '60' }, later(61_000)],
    ['a lapsed session', {}, later(IDP_SESSION_MS)],
  ])('%s asks for the password', async (_name, over: Record<string, string>, at) => {
    expect((await go(over, at)).pathname).toBe('/idp/login')
  })
  test('prompt=none without a session says so', async () => {
    const outcome = await authorize(store, known, asking({ prompt: 'none' }), undefined, NOW)
    expect('to' in outcome && outcome.to).toContain('error=login_required')
  })
})

describe('token endpoint', () => {
  const basic = (id: string, secret: string) => `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`
  const code = async () => {
    const checked = checkRequest(asking(), known)
    if (!('request' in checked)) throw new Error('the request was not taken')
    return issueCode(store, { sub, authTime: NOW, asked: checked.request }, NOW)
  }
  const exchange = (
    over: Record<string, string>,
    authorization = basic(known.id, known.secret),
    at = NOW,
  ) => {
    const form = new URLSearchParams({
      grant_type: 'authorization_code',
      redirect_uri: known.redirectUri,
      code_verifier: VERIFIER,
      ...over,
    })
    return exchangeCode(store, known, { authorization, form }, at)
  }

  test('gives an ID token that the public keys confirm, and userinfo', async () => {
    const answer = await exchange({ code: await code() })
    expect(answer.status).toBe(200)
    const body = answer.body as Record<string, string>
    const keys = createLocalJWKSet(await publicKeys(store, NOW))
    const { payload, protectedHeader } = await jwtVerify(body.id_token ?? '', keys, {
      issuer: 'http://localhost:3000/idp',
      audience: known.id,
      algorithms: ['RS256'],
    })
    expect(protectedHeader.alg).toBe('RS256')
    expect(payload).toMatchObject({
      sub,
      nonce: 'no',
      name: PERSON.name,
      id_type: '111',
      id_number: PERSON.idNumber,
      phone_number: PERSON.mobile,
      auth_time: NOW.getTime() / 1000,
    })
    expect(await userinfo(store, `Bearer ${body.access_token}`, NOW)).toMatchObject({
      sub,
      name: PERSON.name,
    })
    expect(await userinfo(store, `Bearer ${body.access_token}`, later(5 * 60_000))).toBeUndefined()
    expect(await userinfo(store, 'Bearer nothing', NOW)).toBeUndefined()
  })

  test('a code is used once', async () => {
    const given = await code()
    const [a, b] = await Promise.all([exchange({ code: given }), exchange({ code: given })])
    expect([a.status, b.status].sort()).toEqual([200, 400])
  })

  test.each([
    ['just in time', 59_999, 200],
    ['too late', 60_000, 400],
  ])('a code %s', async (_name, ms, status) => {
    expect((await exchange({ code: await code() }, undefined, later(ms))).status).toBe(status)
  })

  test('a wrong verifier uses the code up', async () => {
    const given = await code()
    expect((await exchange({ code: given, code_verifier: 'w'.repeat(43) })).status).toBe(400)
    expect((await exchange({ code: given })).status).toBe(400)
  })

  test.each([
    ['another address', { redirect_uri: 'http://localhost:3000/' }],
    ['another grant', { grant_type: 'password' }],
    ['no code', { code: '' }],
  ])('%s is refused', async (_name, over) => {
    expect((await exchange({ code: await code(), ...over })).status).toBe(400)
  })

  test('a wrong secret is refused and leaves the code alone', async () => {
    const given = await code()
    expect((await exchange({ code: given }, basic(known.id, `${known.secret}x`))).status).toBe(401)
    expect((await exchange({ code: given }, basic('other', known.secret))).status).toBe(401)
    expect((await exchange({ code: given })).status).toBe(200)
  })

  test.each([null, '', 'Basic', 'Basic %%%', 'Bearer abc', 'Basic OiUlJQ=='])('%o is no client', (header) => {
    expect(isClient(header, known)).toBe(false)
  })
})

describe('signing in', () => {
  test.each([
    ['ID number', PERSON.idNumber],
    ['ID number with spaces', ` ${PERSON.idNumber.slice(0, 6)} ${PERSON.idNumber.slice(6)} `],
    ['mobile', PERSON.mobile],
    ['mobile in full width', '１３９０００００００１'],
  ])('by %s', async (_name, account) => {
    expect(await attempt({ account })).toEqual({ sub })
  })

  test('an unknown account and a wrong password are told alike', async () => {
    const unknown = await attempt({ account: '13911111111', password: 'wrong-one' })
    const wrong = await attempt({ account: PERSON.mobile, password: 'wrong-one' })
    expect(unknown).toEqual({ problem: PROBLEMS.wrong, captcha: false })
    expect(wrong).toEqual(unknown)
  })

  test.each([
    ['account', { account: ' ' }],
    ['password', { password: '' }],
  ])('an empty %s counts as no attempt', async (_name, over) => {
    for (let n = 0; n < SLOW_AFTER; n++)
      expect(await attempt(over)).toMatchObject({ problem: PROBLEMS.empty, captcha: false })
  })

  const solved = async () => {
    const { id } = await askCaptcha(store, NOW)
    return { captchaId: id, captcha: (await peekTicket(store.read, 'captcha', id, NOW))?.answer ?? '' }
  }
  /** An account that only one test uses. */
  const accountOf = async (mobile: string, idNumber: string) => {
    await store.write((tx) => seedAccounts(tx, [{ ...PERSON, idNumber, mobile, password: PASSWORD }], NOW))
    const outcome = await attempt({ account: mobile })
    return { account: mobile, sub: 'sub' in outcome ? outcome.sub : '' }
  }

  test('failures ask for a captcha, then slow down, and the right password still works', async () => {
    const { account } = await accountOf('13922222222', '410105199001019972')
    for (let n = 1; n <= CAPTCHA_AFTER; n++) {
      expect(await attempt({ account, password: 'no' })).toEqual({
        problem: PROBLEMS.wrong,
        captcha: n >= CAPTCHA_AFTER,
      })
    }
    expect(await attempt({ account })).toEqual({ problem: PROBLEMS.captcha, captcha: true })
    for (let n = CAPTCHA_AFTER; n < SLOW_AFTER; n++) {
      expect(await attempt({ account, password: 'no', ...(await solved()) })).toMatchObject({
        problem: PROBLEMS.wrong,
      })
    }
    expect(await attempt({ account, password: 'no', ...(await solved()) })).toMatchObject({
      problem: PROBLEMS.wrong,
    })
    expect(await attempt({ account, ...(await solved()) })).toMatchObject({ problem: PROBLEMS.slow })
    expect(await attempt({ account, ...(await solved()) }, later(10_000))).toHaveProperty('sub')
    expect(await attempt({ account }, later(10_001))).toHaveProperty('sub')
  })

  test('a stranger who keeps trying locks nobody out: not elsewhere, not on the owner’s own browser', async () => {
    const { account, sub: owner } = await accountOf('13933333333', '410105199001029986')
    const address = '10.6.6.6'
    for (let n = 0; n < SLOW_AFTER + 3; n++)
      await attempt({ account, password: 'no', address, ...(await solved()) })
    expect(await attempt({ account, address, ...(await solved()) })).toMatchObject({ problem: PROBLEMS.slow })
    // Elsewhere a captcha is enough, and a browser known to the account needs none, even beside the stranger.
    expect(await attempt({ account })).toMatchObject({ problem: PROBLEMS.captcha })
    const device = newDevice(owner)
    expect(await attempt({ account, address, device })).toEqual({ sub: owner })
    expect(await attempt({ account, device: newDevice(sub) })).toMatchObject({ problem: PROBLEMS.captcha })
    expect(await attempt({ account, device: `${device}x` })).toMatchObject({ problem: PROBLEMS.captcha })
    expect(await attempt({ account, ...(await solved()) })).toEqual({ sub: owner })
  })

  test('a known browser gets a captcha after its own failures', async () => {
    const { account, sub: owner } = await accountOf('13944444444', '410105199001039965')
    const device = newDevice(owner)
    for (let n = 0; n < CAPTCHA_AFTER; n++) await attempt({ account, device, password: 'no' })
    expect(await attempt({ account, device })).toMatchObject({ problem: PROBLEMS.captcha })
  })

  test('guesses that come together are all counted', async () => {
    const { account } = await accountOf('13955555555', '410105199001049987')
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => attempt({ account, password: 'no', address: '10.5.5.5' })),
    )
    const looked = answers.filter((answer) => 'problem' in answer && answer.problem === PROBLEMS.wrong)
    expect(looked).toHaveLength(CAPTCHA_AFTER)
  })

  test('after many failures from one address everybody there gets a captcha, on new browsers', async () => {
    const address = '10.9.9.9'
    for (let n = 0; n < ADDRESS_CAPTCHA_AFTER; n++) {
      await attempt({ account: `137${String(n).padStart(8, '0')}`, password: 'no', address })
    }
    expect(await attempt({ address })).toEqual({ problem: PROBLEMS.captcha, captcha: true })
    expect(await attempt({ address, ...(await solved()) })).toEqual({ sub })
    expect(await attempt({ address, device: newDevice(sub) })).toEqual({ sub })
    expect(await attempt()).toEqual({ sub })
  })

  test('a captcha is answered once', async () => {
    const { id } = await askCaptcha(store, NOW)
    const answer = (await peekTicket(store.read, 'captcha', id, NOW))?.answer ?? ''
    const give = (text: string, at = NOW) => store.write((tx) => answersCaptcha(tx, id, text, at))
    expect(await give(answer, later(5 * 60_000))).toBe(false)
    expect(await give(` ${answer} `)).toBe(true)
    expect(await give(answer)).toBe(false)
  })
})
