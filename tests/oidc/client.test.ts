import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  ClientSecretBasic,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '#db/seed/people'
import { callbackAddress, platform, signedOutAddress } from '#lib/identity/platform'
import { start } from '#support/children'
import { end, freePort, type Service, serve } from '#support/service'
import { numberOf } from '#support/stand-in'
import { Visitor } from '#support/visitor'

// The stand-in as an independent, certified client of the protocol sees it.

const folder = mkdtempSync(join(tmpdir(), 'client-'))
let service: Service
let client: Configuration

beforeAll(async () => {
  const port = await freePort()
  service = await serve(folder, port)
  // The client's registration comes from the key ring and the origin of the service.
  process.env.DATA_DIR = folder
  process.env.PORT = String(port)
  const { issuer, clientId, clientSecret } = platform()
  client = await discovery(new URL(issuer), clientId, undefined, ClientSecretBasic(clientSecret), {
    execute: [allowInsecureRequests],
  })
})

afterAll(async () => {
  await end(service.child, 'SIGKILL')
  rmSync(folder, { recursive: true })
})

/** An authorisation request, and what its answer is checked against. */
const begin = async () => {
  const verifier = randomPKCECodeVerifier()
  const sent = { state: randomState(), nonce: randomNonce() }
  const address = buildAuthorizationUrl(client, {
    redirect_uri: callbackAddress(),
    scope: 'openid profile phone',
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...sent,
  })
  const checks = {
    pkceCodeVerifier: verifier,
    expectedState: sent.state,
    expectedNonce: sent.nonce,
    idTokenExpected: true,
  }
  return { address: address.href, checks }
}

/** Signs somebody in at the platform. @returns the address with the code */
const enter = async (visitor: Visitor, address: string) => {
  const login = await visitor.open(address)
  const answer = await visitor.submit(login.body, 'idp-login', login.path, {
    account: numberOf('wangfang'),
    password: DEMO_PASSWORD,
  })
  return new URL(answer.location, service.origin)
}

test('discovery tells what is offered, and PKCE with it', () => {
  const about = client.serverMetadata()
  expect(about.issuer).toBe(`${service.origin}/idp`)
  expect(about.supportsPKCE()).toBe(true)
  expect(about.id_token_signing_alg_values_supported).toEqual(['RS256'])
})

test('code with PKCE, tokens, userinfo, and sign-out', async () => {
  const visitor = new Visitor(service.origin)
  const { address, checks } = await begin()
  const tokens = await authorizationCodeGrant(client, await enter(visitor, address), checks)
  const claims = tokens.claims()
  expect(claims).toMatchObject({ name: '王芳', id_type: '111', id_number: numberOf('wangfang') })
  const about = await fetchUserInfo(client, tokens.access_token, claims?.sub ?? '')
  expect(about).toMatchObject({ sub: claims?.sub, phone_number: '13800000002' })

  // A live session answers without asking; after the sign-out there is none.
  expect((await visitor.send((await begin()).address)).location).toMatch(
    /^\/api\/auth\/callback\/identity\?code=/,
  )
  const out = buildEndSessionUrl(client, {
    post_logout_redirect_uri: signedOutAddress(),
    state: 'back',
    id_token_hint: tokens.id_token ?? '',
  })
  expect((await visitor.send(out.href)).location).toBe('/?state=back')
  expect((await visitor.send((await begin()).address)).location).toMatch(/^\/idp\/login\?request=/)
})

test.each([
  ['another verifier', { pkceCodeVerifier: randomPKCECodeVerifier() }],
  ['another nonce', { expectedNonce: 'other' }],
  ['another state', { expectedState: 'other' }],
])('%s is refused', async (_name, wrong) => {
  const { address, checks } = await begin()
  const back = await enter(new Visitor(service.origin), address)
  await expect(authorizationCodeGrant(client, back, { ...checks, ...wrong })).rejects.toThrow()
})

test('a code counts once', async () => {
  const { address, checks } = await begin()
  const back = await enter(new Visitor(service.origin), address)
  await authorizationCodeGrant(client, back, checks)
  await expect(authorizationCodeGrant(client, back, checks)).rejects.toMatchObject({
    error: 'invalid_grant',
  })
})

test('production refuses to start with it', async () => {
  const child = start(process.execPath, ['server/main.ts'], {
    APP_ENV: 'production',
    PUBLIC_ORIGIN: 'https://kjry.example.cn',
    DATA_DIR: folder,
    PORT: String(await freePort()),
    SEED: 'none',
  })
  expect(await child.ended).toBe(1)
  expect(child.said().trim()).toBe(
    'OIDC_ISSUER must name a real identity platform when APP_ENV is production.',
  )
})
