import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROUTES } from '#lib/identity/rights'
import { end, freePort, type Service, serve } from '#support/service'
import { head, type RawAnswer, sendRaw } from '../contract/client.ts'
import { addressOf } from './support/cells.ts'

// What every answer of the built service carries, with a public origin that is https as in production.

const folder = mkdtempSync(join(tmpdir(), 'answers-'))
const HOST = 'collection.example'
let service: Service
let port: number

beforeAll(async () => {
  port = await freePort()
  service = await serve(folder, port, { PUBLIC_ORIGIN: `https://${HOST}` })
})
afterAll(async () => {
  await end(service.child, 'SIGKILL')
  rmSync(folder, { recursive: true })
})

const ask = async (line: string, headers: Readonly<Record<string, string | number>> = {}) =>
  (await sendRaw(port, head(line, { Host: HOST, ...headers }))).answer

const PERSONAL_OR_PUBLIC = /^(?:private, no-store|public, max-age=\d+(?:, immutable)?)$/

function guarded({ headers }: RawAnswer): void {
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'strict-transport-security': 'max-age=31536000',
  })
  const policy = headers['content-security-policy'] ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toMatch(/unsafe|\*|nonce/)
  expect(headers['cache-control']).toMatch(PERSONAL_OR_PUBLIC)
  for (const name of ['x-powered-by', 'server', 'x-nextjs-cache', 'access-control-allow-origin'])
    expect(headers).not.toHaveProperty(name)
  const type = headers['content-type'] ?? ''
  if (/^text\//.test(type)) expect(type).toMatch(/charset=utf-8/i)
  for (const cookie of (headers['set-cookie'] ?? '').split('\n').filter(Boolean)) {
    // The stand-in keeps its own below its path, apart from the service's; production does not have it.
    expect(cookie).toMatch(/^__Host-|^idp_\w+=[^;]*; Path=\/idp;/)
    expect(cookie).toMatch(/; Secure/i)
    expect(cookie).toMatch(/; HttpOnly/i)
    expect(cookie).toMatch(/; SameSite=(?:Lax|Strict)/i)
  }
}

const READ = Object.entries(ROUTES).flatMap(([route, { methods }]) =>
  methods.includes('GET') ? [route] : [],
)

describe('the headers', () => {
  test.each(READ)('of GET %s', async (route) => {
    for (const method of ['GET', 'HEAD']) guarded(await ask(`${method} ${addressOf(route)}`))
  })

  test.each(['GET /nowhere', 'TRACE /', 'PUT /collection', 'GET /_next/image?url=/a', 'GET //evil.example'])(
    'of what is refused: %s',
    async (line) => {
      const answer = await ask(line)
      expect([404, 405]).toContain(answer.status)
      guarded(answer)
    },
  )

  test('of a sign-in begun: cookies of this host alone, not for scripts', async () => {
    const answer = await ask('GET /api/auth/signin')
    expect(answer.headers['set-cookie']).toMatch(/__Host-/)
    guarded(answer)
  })
})

describe('what lies beside the service is not served', () => {
  test.each([
    '/.env',
    '/.git/HEAD',
    '/package.json',
    '/server/main.ts',
    '/data/keyring.json',
    '/data/app.db',
    '/blobs',
    '/.next/BUILD_ID',
    '/_next/../package.json',
    '/_next/%2e%2e/package.json',
    '/_next/static/..%2f..%2fserver/server-reference-manifest.json',
    '/enhance.js.map',
    '/api/auth/providers',
    '/debug',
  ])('%s', async (path) => {
    const answer = await ask(`GET ${path}`)
    expect(answer.status).toBe(404)
    expect(answer.body.toString()).toContain('lang="zh-CN"')
  })

  test('an upgrade to another protocol is not made', async () => {
    const upgrade = {
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    }
    const answer = await Promise.race([
      ask('GET /', { ...upgrade, 'Sec-WebSocket-Version': 13 }),
      new Promise<undefined>((done) => setTimeout(done, 3_000, undefined)),
    ])
    expect(answer?.status).not.toBe(101)
  })
})
