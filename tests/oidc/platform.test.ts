import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Child, start } from '#support/children'
import { end, freePort, type Service, serve } from '#support/service'
import { Visitor } from '#support/visitor'
import { arrive, isSignedIn, script, signOut } from './support/people.ts'

// The built service against the certified provider, by settings alone (contract 1).

const folder = mkdtempSync(join(tmpdir(), 'oidc-'))
const PERSON = { sub: 'p-1', xm: '测试甲', zjlx: '111', zjhm: '410105199001019972', sjh: '13900000001' }
const ADMINISTRATOR = { ...PERSON, sub: 'a-1', xm: '测试乙', zjhm: '410105199001029986', sjh: '13900000002' }
const REVIEWER = { ...PERSON, sub: 'r-1', xm: '测试丙', zjhm: '410105199001039965', sjh: '13900000003' }
const SECRET = 'a secret of the test'

let provider: Child
let service: Service
let issuer: string

/** Steers the provider. @returns how often it had to ask somebody, and the key it signs with */
async function steer(order: object = {}): Promise<{ asked: number; kid: string }> {
  const answer = await fetch(`${issuer}/test`, { method: 'POST', body: JSON.stringify(order) })
  return answer.json()
}

/** Somebody whom the provider signs in. */
async function visitorAs(person: typeof PERSON): Promise<Visitor> {
  await steer({ person })
  return new Visitor(service.origin)
}

beforeAll(async () => {
  const ports = [await freePort(), await freePort()] as const
  issuer = `http://127.0.0.1:${ports[0]}`
  const origin = `http://localhost:${ports[1]}`
  const settings = {
    SEED: 'none',
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: 'kuaiji',
    OIDC_CLIENT_SECRET: SECRET,
    OIDC_CLAIMS: '{"name":"xm","id_type":"zjlx","id_number":"zjhm","phone_number":"sjh"}',
    OIDC_SCOPE: 'openid shiming',
  }
  provider = start(process.execPath, [
    'tests/oidc/support/provider.mjs',
    String(ports[0]),
    'kuaiji',
    SECRET,
    origin,
  ])
  await script('staff', ['--id', ADMINISTRATOR.zjhm, '--name', ADMINISTRATOR.xm, '--role', 'administrator'], {
    ...settings,
    DATA_DIR: folder,
  })
  await provider.printed('Provider:')
  service = await serve(folder, ports[1], settings)
})

afterAll(async () => {
  await end(service.child, 'SIGKILL')
  await end(provider, 'SIGKILL')
  rmSync(folder, { recursive: true })
})

describe('a sign-in', () => {
  test.each([
    ['userinfo alone', false],
    ['the ID token', true],
  ])('with the claims in %s, under names of their own', async (_where, inIdToken) => {
    await steer({ inIdToken })
    const visitor = await visitorAs(PERSON)
    expect((await arrive(visitor)).path).toBe('/collection')
    expect((await visitor.open('/account')).body).toContain(PERSON.xm)
  })

  test('after the platform has changed its key while running', async () => {
    const before = await steer()
    const after = await steer({ rotate: true })
    expect(after.kid).not.toBe(before.kid)
    const visitor = await visitorAs(PERSON)
    await arrive(visitor)
    expect(await isSignedIn(visitor)).toBe(true)
  })

  // ID tokens of this provider live a minute; ten seconds beyond are tolerated.
  test.each([
    ['ahead', 30, true],
    ['behind within the tolerance', -63, true],
    ['behind beyond the tolerance', -80, false],
  ])('when the clock of the platform is %s: %d s', async (_name, skew, taken) => {
    await steer({ skew })
    const visitor = await visitorAs(PERSON)
    const page = await arrive(visitor)
    await steer({ skew: 0 })
    expect(await isSignedIn(visitor)).toBe(taken)
    expect(page.body.includes('登录没有完成')).toBe(!taken)
  })

  test('leads to the page that was asked for', async () => {
    const visitor = await visitorAs(PERSON)
    const first = await visitor.send('/account')
    expect(first.location).toBe('/login?returnTo=%2Faccount')
    expect((await arrive(visitor, '/account')).path).toBe('/account')
  })

  test('leaves nothing of the stand-in', async () => {
    const visitor = new Visitor(service.origin)
    for (const path of ['/idp/login', '/idp/register', '/idp/.well-known/openid-configuration', '/idp/jwks'])
      expect((await visitor.send(path)).status, path).toBe(404)
  })
})

describe('signing out', () => {
  test('ends both sessions and comes back; until then the platform does not ask again', async () => {
    const visitor = await visitorAs(PERSON)
    await arrive(visitor)
    const { asked } = await steer()
    visitor.cookies.clear()
    await arrive(visitor)
    expect((await steer()).asked).toBe(asked)
    const other = new Map(visitor.cookies)
    const answer = await signOut(visitor)
    expect(answer.location).toMatch(new RegExp(`^${issuer}/session/end\\?`))
    expect(answer.location).not.toContain(PERSON.zjhm)
    const asking = await visitor.follow(answer)
    const left = await visitor.follow(await visitor.submit(asking.body, 'platform-logout', asking.path))
    expect(left.path).toBe('/')
    expect(await isSignedIn(visitor)).toBe(false)

    for (const [name, value] of other) visitor.cookies.set(name, value)
    expect(await isSignedIn(visitor), 'a stolen cookie').toBe(false)
    await arrive(visitor)
    expect((await steer()).asked).toBe(asked + 1)
  })
})

test('a second subject of a known ID number is the same person, with name and mobile of today', async () => {
  const person = { ...PERSON, sub: 'second', zjhm: '410105199001049987', sjh: '13900000004' }
  const first = await visitorAs({ ...person, sub: 'first' })
  await arrive(first)
  const second = await visitorAs({ ...person, xm: '测试丁', sjh: '13900000005' })
  await arrive(second)
  const devices = (await second.open('/account')).body
  expect(devices.match(/退出这台设备/g)).toHaveLength(1)
  expect((await first.open('/account')).body).toContain('测试丁')
})

describe('staff', () => {
  const invite = { name: REVIEWER.xm, idNumber: REVIEWER.zjhm, role: 'reviewer', officeId: '410105' }
  let administrator: Visitor
  const give = async (values: Readonly<Record<string, string>>) => {
    const page = await administrator.open('/admin/staff')
    const answer = await administrator.submit(page.body, 'invite', page.path, values)
    expect(answer.location).toBe('/admin/staff?done=invited')
  }

  test('the first administrator, named by the command, is bound at the first sign-in', async () => {
    administrator = await visitorAs(ADMINISTRATOR)
    expect((await arrive(administrator)).path).toBe('/admin/staff')
  })

  test('a reviewer is invited by ID number and bound at the first sign-in', async () => {
    await give(invite)
    const reviewer = await visitorAs(REVIEWER)
    expect((await arrive(reviewer)).path).toBe('/review')
    expect((await reviewer.send('/admin/staff')).status).toBe(404)
  })

  test('another office, and the end of a post, end the sessions of before at the next request', async () => {
    const reviewer = await visitorAs(REVIEWER)
    await arrive(reviewer)
    await give({ ...invite, officeId: '411302' })
    expect((await reviewer.send('/review')).location).toBe('/login?returnTo=%2Freview')
    expect((await arrive(reviewer, '/review')).status).toBe(200)

    for (;;) {
      const page = await administrator.open('/admin/staff')
      const label = page.body.indexOf(`aria-label="停用${REVIEWER.xm}"`)
      if (label < 0) break
      const form = page.body.slice(page.body.lastIndexOf('<form', label))
      await administrator.submit(form, 'disable', page.path)
    }
    expect((await reviewer.send('/review')).location).toBe('/login?returnTo=%2Freview')
    expect((await arrive(reviewer, '/review')).status).toBe(404)
    expect(await isSignedIn(reviewer)).toBe(true)
  })
})
