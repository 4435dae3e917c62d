import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '#db/seed/people'
import { formOf } from '#support/html'
import { end, freePort, type Service, serve } from '#support/service'
import { numberOf } from '#support/stand-in'
import { type Answer, Visitor } from '#support/visitor'
import { isSignedIn } from './support/people.ts'

// Half an hour passes by starting the service again with another clock. The eight hours are proved in
// lib/identity/identity.test.ts, where the clock is an argument.

const folder = mkdtempSync(join(tmpdir(), 'sessions-'))
const START = new Date('2026-11-24T02:00:00Z').getTime()
const PAGE = '/collection/personal'
const TYPED = '超时前填的地址'
let port: number
let service: Service | undefined

/** The same service and store, so many minutes after the beginning. */
async function at(minutes: number): Promise<void> {
  if (service) await end(service.child, 'SIGKILL')
  service = await serve(folder, port, { APP_CLOCK: new Date(START + minutes * 60_000).toISOString() })
}
const origin = () => service?.origin ?? ''
const keys = async () => (await fetch(`${origin()}/idp/jwks`)).text()

beforeAll(async () => {
  port = await freePort()
  await at(0)
})
afterAll(async () => {
  if (service) await end(service.child, 'SIGKILL')
  rmSync(folder, { recursive: true })
})

describe('sessions', () => {
  const who = numberOf('wangfang')

  test('begin anew at each sign-in: a planted cookie counts for nothing, the one before is over', async () => {
    const visitor = new Visitor(origin())
    visitor.cookies.set('session', 'planted')
    const form = await visitor.open('/login')
    await visitor.signIn(who, DEMO_PASSWORD)
    const first = visitor.cookies.get('session') ?? ''
    expect(first).not.toBe('planted')
    await visitor.follow(await visitor.submit(form.body, 'login', form.path))
    const second = visitor.cookies.get('session') ?? ''
    expect(second).not.toBe(first)
    expect(await isSignedIn(visitor)).toBe(true)
    for (const cookie of [first, 'planted', `${second}x`]) {
      visitor.cookies.set('session', cookie)
      expect(await isSignedIn(visitor)).toBe(false)
    }
  })

  test('are listed for their owner, who ends one or all others', async () => {
    const devices = [0, 1, 2].map(() => new Visitor(origin()))
    for (const device of devices) await device.signIn(who, DEMO_PASSWORD)
    const [mine, ...others] = devices as [Visitor, ...Visitor[]]
    const listed = async () => {
      const page = await mine.open('/account')
      return { page, rows: page.body.match(/data-form="end-session"/g)?.length ?? 0 }
    }
    const before = await listed()
    expect(before.rows).toBeGreaterThanOrEqual(2)
    const newest = formOf(before.page.body, 'end-session').values
    expect(newest.find(([name]) => name === 'session')?.[1]).toMatch(/^[0-9a-f]{64}$/)
    await mine.submit(before.page.body, 'end-session', '/account')
    // The newest stands first: it was the last to sign in.
    expect(await Promise.all(others.map(isSignedIn))).toEqual([true, false])
    const after = await listed()
    expect(after.rows).toBe(before.rows - 1)
    await mine.submit(after.page.body, 'end-others', '/account')
    expect(await Promise.all(devices.map(isSignedIn))).toEqual([true, false, false])
    expect((await listed()).rows).toBe(0)
  })
})

/** From the sign-in page to the page that it leads back to. */
async function signInAt(visitor: Visitor, answer: Answer, key: string) {
  const login = await visitor.follow(answer)
  const platform = await visitor.follow(await visitor.submit(login.body, 'login', login.path))
  const values = { account: numberOf(key), password: DEMO_PASSWORD }
  return visitor.follow(await visitor.submit(platform.body, 'idp-login', platform.path, values))
}
const addressOn = (html: string) =>
  formOf(html, 'step-personal').values.find(([name]) => name === 'postalAddress')?.[1]

test('what is posted after half an hour is kept, and shown to its owner after the sign-in', async () => {
  const visitor = new Visitor(origin())
  await visitor.signIn(numberOf('wangfang'), DEMO_PASSWORD)
  const before = await keys()
  await at(29)
  expect(await isSignedIn(visitor), 'after 29 minutes').toBe(true)
  expect(await keys(), 'a restart keeps the signing key').toBe(before)
  const page = await visitor.open(PAGE)

  await at(60)
  const posted = await visitor.submit(page.body, 'step-personal', PAGE, { postalAddress: TYPED })
  expect(posted.status).toBe(303)
  expect(decodeURIComponent(posted.location)).toMatch(/^\/login\?returnTo=\/collection\/personal\?held=\w+$/)
  expect(posted.location).not.toContain(encodeURIComponent(TYPED))
  expect(await isSignedIn(visitor), 'after half an hour without a request').toBe(false)
  const login = await visitor.follow(posted)
  expect(login.body).toContain('刚才填写的内容已保留')

  const stranger = await signInAt(new Visitor(origin()), posted, 'zhaolei')
  expect(stranger.body).not.toContain(TYPED)
  const back = await signInAt(visitor, posted, 'wangfang')
  expect(back.path).toMatch(/^\/collection\/personal\?held=/)
  expect(addressOn(back.body)).toBe(TYPED)
  await visitor.submit(back.body, 'step-personal', PAGE)
  expect(addressOn((await visitor.open(PAGE)).body)).toBe(TYPED)
})
