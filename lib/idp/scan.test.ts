import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setAccountPassword } from '#db/queries/idp'
import type { Store } from '#db/store'
import { openTestStore } from '#db/testing'
import { findTypedAccount, seedAccounts } from './accounts.ts'
import { answerPhone, askPhone, beginScan, bindWechat, boundAccount, takeScan } from './scan.ts'

const NOW = new Date('2026-11-24T02:00:00Z')
const MINUTE = 60_000
const later = (ms: number) => new Date(NOW.getTime() + ms)
const PERSON = { name: '测试甲', idType: '111', idNumber: '410105199001019972', mobile: '13900000001' }
let store: Store
let remove: () => Promise<void>
let sub: string

beforeAll(async () => {
  ;({ store, remove } = await openTestStore())
  await store.write((tx) => seedAccounts(tx, [{ ...PERSON, password: 'Henan@2026' }], NOW))
  sub = (await findTypedAccount(store.read, PERSON.mobile))?.sub ?? ''
})
afterAll(() => remove())

const begin = async () => {
  const scan = await beginScan(store, 'alipay', 'the request', NOW)
  return { scan, phone: (await askPhone(store, scan, NOW))?.phone ?? '' }
}

describe('a scan', () => {
  test('lets the waiting browser on, once, when the telephone has answered, once', async () => {
    const { scan, phone } = await begin()
    expect(await takeScan(store, scan, NOW)).toBeUndefined()
    expect(await answerPhone(store, phone, sub, NOW)).toBe(true)
    expect(await answerPhone(store, phone, sub, NOW)).toBe(false)
    const taken = await Promise.all([takeScan(store, scan, NOW), takeScan(store, scan, NOW)])
    expect(taken.filter(Boolean)).toEqual([{ sub, request: 'the request' }])
  })

  test('is not taken by whoever sees the QR code', async () => {
    const { phone } = await begin()
    await answerPhone(store, phone, sub, NOW)
    expect(await takeScan(store, phone, NOW)).toBeUndefined()
  })

  test('belongs to the first telephone that answers', async () => {
    const { scan, phone } = await begin()
    const second = (await askPhone(store, scan, NOW))?.phone ?? ''
    expect(await answerPhone(store, phone, sub, NOW)).toBe(true)
    expect(await answerPhone(store, second, 'another', NOW)).toBe(false)
    expect((await takeScan(store, scan, NOW))?.sub).toBe(sub)
  })

  test.each([
    ['in time', 2 * MINUTE - 1, true],
    ['too late', 2 * MINUTE, false],
  ])('a telephone that answers %s', async (_name, ms, counts) => {
    const { phone } = await begin()
    expect(await answerPhone(store, phone, sub, later(ms))).toBe(counts)
  })

  test('a browser waits ten minutes', async () => {
    const { scan, phone } = await begin()
    expect(await askPhone(store, scan, later(10 * MINUTE - 1))).toBeDefined()
    expect(await askPhone(store, scan, later(10 * MINUTE))).toBeUndefined()
    await answerPhone(store, phone, sub, NOW)
    expect(await takeScan(store, scan, later(10 * MINUTE))).toBeUndefined()
  })
})

test('a bound WeChat is known until the password changes', async () => {
  const kept = await store.write((tx) => bindWechat(tx, sub, NOW))
  expect((await boundAccount(store.read, kept, later(MINUTE)))?.sub).toBe(sub)
  expect(await boundAccount(store.read, `${kept}x`, NOW)).toBeUndefined()
  expect(await boundAccount(store.read, undefined, NOW)).toBeUndefined()
  expect(await boundAccount(store.read, kept, later(181 * 24 * 60 * MINUTE))).toBeUndefined()
  await store.write((tx) => setAccountPassword(tx, sub, 'another hash', NOW))
  expect(await boundAccount(store.read, kept, NOW)).toBeUndefined()
})
