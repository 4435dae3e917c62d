import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encode } from 'next-auth/jwt'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attemptsInWindow, countAttempt, forgetAttempts } from '#db/queries/attempts'
import { findPerson, idIndexOf, nameKeys, recogniseAtSignIn } from '#db/queries/people'
import {
  ABSOLUTE_MS,
  createSession,
  endOtherSessions,
  endOwnSession,
  endSession,
  findSession,
  IDLE_MS,
  idTokenOf,
  isLive,
  listOwnSessions,
  TOUCH_MS,
} from '#db/queries/sessions'
import { disableStaff, inviteStaff, postsOf } from '#db/queries/staff'
import { closeStore, store as openShared, type Store } from '#db/store'
import { createKeyring } from '#lib/protect/keyring'
import { now } from '../clock.ts'
import { readClaims, STANDARD_CLAIMS } from './claims.ts'
import { cookieSecret, tokenOfCookie } from './cookies.ts'
import { describeDevice } from './device.ts'
import { HELD_BYTES, HELD_MOST, HELD_MS, hold, takeHeld } from './held.ts'
import { holdPosted } from './hold-posted.ts'
import { openSession, ownSessions, secondsLeft, sessionPerson } from './live.ts'

const folder = mkdtempSync(join(tmpdir(), 'identity-'))
const NOW = new Date('2026-11-24T02:00:00Z')
const later = (ms: number) => new Date(NOW.getTime() + ms)
const ISSUER = 'https://idp.example'
let store: Store

beforeAll(async () => {
  process.env.DATA_DIR = folder
  createKeyring(join(folder, 'keyring.json'))
  store = await openShared()
})

afterAll(async () => {
  await closeStore()
  rmSync(folder, { recursive: true })
})

let counter = 0
const someone = () => {
  counter++
  return {
    issuer: ISSUER,
    sub: `sub-${counter}`,
    name: '测试甲',
    idType: '111',
    idNumber: `4101051990010${String(counter).padStart(2, '0')}996`,
    mobile: `139${String(counter).padStart(8, '0')}`,
  }
}
const enter = (facts: ReturnType<typeof someone>) => store.write((tx) => recogniseAtSignIn(tx, facts, NOW))
const session = (personId: string, at = NOW, idToken?: string) =>
  store.write((tx) => createSession(tx, { personId, device: '测试设备', idToken }, at))

describe('recognising who signs in', () => {
  test('the same identity is the same person', async () => {
    const facts = someone()
    expect(await enter(facts)).toEqual(await enter(facts))
  })

  test('a new identity with a known ID number is attached, with name and mobile refreshed', async () => {
    const facts = someone()
    const { personId } = await enter(facts)
    const again = await enter({
      ...facts,
      issuer: 'https://other.example',
      name: '测试乙',
      mobile: '13811112222',
    })
    expect(again.personId).toBe(personId)
    expect(await findPerson(store.read, personId)).toEqual({
      id: personId,
      name: '测试乙',
      idType: '111',
      idNumber: facts.idNumber,
      mobile: '13811112222',
    })
  })

  test('the same number of another ID type is somebody else', async () => {
    const facts = someone()
    const { personId } = await enter(facts)
    expect((await enter({ ...facts, sub: 'x', idType: '414' })).personId).not.toBe(personId)
  })

  test('the same subject of another issuer is somebody else', async () => {
    const facts = someone()
    const { personId } = await enter(facts)
    const other = { ...someone(), sub: facts.sub, issuer: 'https://other.example' }
    expect((await enter(other)).personId).not.toBe(personId)
  })

  test('an invitation is bound at the first sign-in, and a disabled post is gone at once', async () => {
    const facts = someone()
    const invitation = { idIndex: idIndexOf('111', facts.idNumber), name: facts.name, officeId: '410105' }
    const invite = (role: 'reviewer' | 'oversight') =>
      store.write((tx) => inviteStaff(tx, { ...invitation, role }, 'system', NOW))
    const id = await invite('reviewer')
    expect(await invite('reviewer')).toBe(id)
    await invite('oversight')
    const { personId } = await enter(facts)
    const token = await session(personId)
    expect((await openSession(store, token, NOW))?.roles).toEqual([
      { role: 'oversight', officeId: '410105' },
      { role: 'reviewer', officeId: '410105' },
    ])
    await store.write((tx) => disableStaff(tx, id, 'admin', NOW))
    expect((await openSession(store, token, NOW))?.roles).toEqual([{ role: 'oversight', officeId: '410105' }])
    expect((await postsOf(store.read, 'nobody')).posts).toEqual([])
  })

  test.each([
    ['李晓明', 'lixiaoming', 'lxm'],
    ['单雄信', 'shanxiongxin', 'sxx'],
    ['马·阿依努尔', 'maayinuer', 'mayne'],
    ['吕布', 'lvbu', 'lb'],
  ])('search keys of %s', (name, namePinyin, nameInitials) => {
    expect(nameKeys(name)).toEqual({ namePinyin, nameInitials })
  })
})

describe('sessions', () => {
  test.each([
    ['at once', 0, true],
    ['just before the idle limit', IDLE_MS - 1, true],
    ['at the idle limit', IDLE_MS, false],
  ])('%s', async (_name, ms, live) => {
    const { personId } = await enter(someone())
    const token = await session(personId)
    expect((await openSession(store, token, later(ms))) !== null).toBe(live)
  })

  test('use keeps it alive until the absolute limit', async () => {
    const { personId } = await enter(someone())
    const token = await session(personId)
    const step = IDLE_MS - 1
    let at = 0
    for (; at < ABSOLUTE_MS; at += step) expect(await openSession(store, token, later(at))).not.toBeNull()
    const last = await openSession(store, token, later(ABSOLUTE_MS - 1))
    expect(last?.endsAt).toEqual(later(ABSOLUTE_MS))
    expect(last && secondsLeft(last, later(ABSOLUTE_MS - 1_500))).toBe(1)
    expect(await openSession(store, token, later(ABSOLUTE_MS))).toBeNull()
  })

  test.each([
    [TOUCH_MS - 1, 0],
    [TOUCH_MS, TOUCH_MS],
  ])('a request after %d ms leaves the last use at %d ms', async (ms, seen) => {
    const { personId } = await enter(someone())
    const token = await session(personId)
    const opened = await openSession(store, token, later(ms))
    expect((await findSession(store.read, token))?.seenAt).toEqual(later(seen))
    expect(opened?.endsAt).toEqual(later(seen + IDLE_MS))
  })

  test('ending one, another’s, and all others', async () => {
    const [mine, other] = [await enter(someone()), await enter(someone())]
    const [a, b, c] = [
      await session(mine.personId),
      await session(mine.personId),
      await session(other.personId),
    ]
    const row = async (token: string) => {
      const found = await findSession(store.read, token)
      if (!found) throw new Error('no such session')
      return found
    }
    const foreign = await row(c)
    await store.write((tx) => endOwnSession(tx, mine.personId, foreign.id, NOW))
    expect(isLive(await row(c), NOW)).toBe(true)
    const keep = await row(a)
    await store.write((tx) => endOtherSessions(tx, mine.personId, keep.id, NOW))
    expect((await listOwnSessions(store.read, mine.personId, NOW)).map((s) => s.id)).toEqual([keep.id])
    expect(isLive(await row(b), NOW)).toBe(false)
    await store.write((tx) => endSession(tx, keep.id, NOW))
    expect(await openSession(store, a, NOW)).toBeNull()
  })

  test.each([
    ['a post is given', 'invite'],
    ['a post is taken away', 'disable'],
  ])('end when %s: all that began before, at their next request', async (_name, change) => {
    const facts = someone()
    const { personId } = await enter(facts)
    const post = { idIndex: idIndexOf('111', facts.idNumber), name: facts.name, personId }
    const give = (officeId: string, at: Date) =>
      store.write((tx) => inviteStaff(tx, { ...post, role: 'reviewer', officeId }, 'system', at))
    const id = await give('410105', later(-1))
    const tokens = [await session(personId), await session(personId)]
    for (const token of tokens) expect(await openSession(store, token, later(1))).not.toBeNull()
    if (change === 'invite') await give('411302', later(2))
    else await store.write((tx) => disableStaff(tx, id, 'admin', later(2)))
    for (const token of tokens) expect(await openSession(store, token, later(3))).toBeNull()
    expect(await ownSessions(store, personId, later(3))).toEqual([])
    // What is posted with the old token is still kept for its owner.
    expect(await sessionPerson(store, tokens[0] ?? '', later(3))).toBe(personId)
    const next = await session(personId, later(4))
    expect((await openSession(store, next, later(5)))?.roles).toHaveLength(change === 'invite' ? 2 : 0)
    expect(await ownSessions(store, personId, later(5))).toHaveLength(1)
  })

  test('the ID token is kept sealed and goes with the session', async () => {
    const { personId } = await enter(someone())
    const token = await session(personId, NOW, 'header.claims.signature')
    const row = await findSession(store.read, token)
    expect(row && idTokenOf(row)).toBe('header.claims.signature')
    expect(row?.idToken?.includes('claims')).toBe(false)
    await store.write((tx) => endSession(tx, row?.id ?? '', NOW))
    expect((await findSession(store.read, token))?.idToken).toBeNull()
  })

  test('a cookie of this key ring names its token, others name nothing', async () => {
    const cookie = await encode({ token: { sid: 'the-token' }, secret: cookieSecret() })
    expect(await tokenOfCookie(cookie)).toBe('the-token')
    expect(await tokenOfCookie(`${cookie}x`)).toBeUndefined()
    expect(await tokenOfCookie(await encode({ token: { sid: 'x' }, secret: 'another' }))).toBeUndefined()
    expect(await tokenOfCookie(undefined)).toBeUndefined()
  })
})

describe('held forms', () => {
  const owner = 'person:one' as const
  const form = { owner, path: '/collection/personal', values: [['email', 'a@b.example']] as const }

  test.each([
    ['just in time', HELD_MS - 1, true],
    ['too late', HELD_MS, false],
  ])('are there %s', async (_name, ms, there) => {
    const id = await hold({ ...form, owner: 'person:time' }, NOW)
    expect((await takeHeld(id, 'person:time', later(ms))) !== undefined).toBe(there)
  })

  test('are read by their owner only, and again', async () => {
    const id = await hold({ ...form, issues: [{ code: 'x' }] }, NOW)
    const held = { path: form.path, values: [['email', 'a@b.example']], issues: [{ code: 'x' }] }
    expect(await takeHeld(id, owner, NOW)).toEqual(held)
    expect(await takeHeld(id, owner, NOW)).toEqual(held)
    expect(await takeHeld(id, 'person:two', NOW)).toBeUndefined()
    expect(await takeHeld(undefined, owner, NOW)).toBeUndefined()
  })

  test('hold no secrets', async () => {
    const names = [
      'password',
      'newPassword',
      'captcha',
      'captchaId',
      'code',
      'smsCode',
      'file',
      'file2',
      '$ACTION_ID',
      'csrfToken',
    ]
    const kept = ['collectionDivisionCode', 'reasonCodes', 'uscc', 'graduationDate.year', 'fileNumber']
    const id = await hold({ ...form, values: [...names, ...kept].map((name) => [name, 'v'] as const) }, NOW)
    expect((await takeHeld(id, owner, NOW))?.values.map(([name]) => name)).toEqual(kept)
  })

  test.each([
    ['fits', -200, true],
    ['does not fit', 1, false],
  ])('64 KB: %s', async (_name, over, fits) => {
    const id = await hold({ ...form, values: [['text', 'x'.repeat(HELD_BYTES + over)]] }, NOW)
    expect(id !== undefined).toBe(fits)
  })

  test('the oldest goes when there are too many', async () => {
    const many = 'person:many' as const
    const ids: (string | undefined)[] = []
    for (let n = 0; n <= HELD_MOST; n++) ids.push(await hold({ ...form, owner: many }, later(n)))
    const there = await Promise.all(
      ids.map(async (id) => (await takeHeld(id, many, later(10))) !== undefined),
    )
    expect(there).toEqual([false, ...Array(HELD_MOST).fill(true)])
  })

  test('a raw post is kept for the person of a lapsed session, not of an ended one', async () => {
    const { personId } = await enter(someone())
    const post = async (token: string) => {
      const cookie = await encode({ token: { sid: token }, secret: cookieSecret() })
      return holdPosted({
        cookie: `a=b; session=${cookie}`,
        path: form.path,
        body: Buffer.from('email=a%40b.example'),
        contentType: 'application/x-www-form-urlencoded',
      })
    }
    const lapsed = await session(personId, new Date(now().getTime() - 2 * IDLE_MS))
    expect(await post(lapsed)).toMatch(/^[a-p]{24}$/)
    const ended = await session(personId)
    const row = await findSession(store.read, ended)
    await store.write((tx) => endSession(tx, row?.id ?? '', NOW))
    expect(await post(ended)).toBeNull()
    expect(await sessionPerson(store, ended, NOW)).toBeUndefined()
  })
})

describe('attempts', () => {
  test('are counted by key and window', async () => {
    const count = (key: string, at: Date) => store.write((tx) => countAttempt(tx, key, 60_000, at))
    expect([await count('a', NOW), await count('a', later(59_999)), await count('b', NOW)]).toEqual([1, 2, 1])
    expect(await count('a', later(60_000))).toBe(1)
    expect(await attemptsInWindow(store.read, 'a', 60_000, NOW)).toBe(2)
    await store.write((tx) => forgetAttempts(tx, 'a'))
    expect(await attemptsInWindow(store.read, 'a', 60_000, NOW)).toBe(0)
  })
})

describe('claims', () => {
  const given = { sub: 's', name: ' 测试甲 ', id_type: '111', id_number: '4', phone_number: '1' }
  test('are read and trimmed', () => {
    expect(readClaims(given, STANDARD_CLAIMS)).toEqual({
      sub: 's',
      name: '测试甲',
      idType: '111',
      idNumber: '4',
      mobile: '1',
    })
  })
  test('may have other names', () => {
    const { name, ...rest } = given
    expect(readClaims({ ...rest, xm: name }, { ...STANDARD_CLAIMS, name: 'xm' })?.name).toBe('测试甲')
  })
  test.each(Object.keys(given))('without %s nobody is known', (key) => {
    for (const value of [undefined, '', ' ', 7, null]) {
      expect(readClaims({ ...given, [key]: value }, STANDARD_CLAIMS)).toBeUndefined()
    }
  })
})

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/149.0 Safari/537.36',
    'Windows 电脑，Chrome 浏览器',
  ],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0) MicroMessenger/8.0', 'iPhone，微信'],
  ['curl/8.0', '未知设备'],
  [null, '未知设备'],
])('device of %s', (agent, words) => {
  expect(describeDevice(agent)).toBe(words)
})
