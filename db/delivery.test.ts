import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { noProvider, type Sms, type SmsAnswer, type SmsProvider } from '#lib/messages/provider'
import { decisionMessage } from '#lib/messages/templates'
import { keyring } from '#lib/protect/current'
import { newId } from '#lib/protect/ids'
import { sealJson } from '#lib/protect/seal'
import { deliverMessages } from './delivery.ts'
import { listMessages, messageContext, recallMessages, sendMessage } from './queries/outbox.ts'
import { outbox } from './schema.ts'
import type { Store } from './store.ts'
import { openTestStore } from './testing.ts'
import { eventsOf } from './testing-desk.ts'
import { T0 } from './testing-drafts.ts'

let store: Store
let remove: () => Promise<void>
beforeAll(async () => {
  ;({ store, remove } = await openTestStore())
})
afterAll(() => remove())
beforeEach(() => store.write(async (tx) => void (await tx.delete(outbox))))

const SECOND = 1000
const MINUTE = 60 * SECOND
const later = (ms: number) => new Date(T0.getTime() + ms)
const ACCEPTED: SmsAnswer = { accepted: true }
const BUSY: SmsAnswer = { accepted: false, reason: 'busy', again: true }
const BARRED: SmsAnswer = { accepted: false, reason: 'barred', again: false }

/** A gateway that answers one after the other what it is told to, the last for ever, and keeps what it was sent. */
function gateway(...answers: readonly (SmsAnswer | (() => Promise<SmsAnswer>))[]) {
  const sent: Sms[] = []
  const provider: SmsProvider = {
    send(sms) {
      const answer = answers[Math.min(sent.length, answers.length - 1)] ?? ACCEPTED
      sent.push(sms)
      return typeof answer === 'function' ? answer() : Promise.resolve(answer)
    },
  }
  return { sent, provider }
}

const mobileOf = (n: number) => `1390000${String(n).padStart(4, '0')}`
const write = (n = 1, leavesAt = T0) =>
  store.write((tx) =>
    sendMessage(
      tx,
      { mobile: mobileOf(n), personId: `p${n}`, ...decisionMessage('approve', 'first') },
      T0,
      leavesAt,
    ),
  )
const NOTHING = { accepted: 0, refused: 0, later: 0, unknown: 0 }
const told = async (verb: string) => (await eventsOf(store, verb)).length

describe('a message', () => {
  it('is handed over once, as template and parameters, and that is written down', async () => {
    await write()
    const { sent, provider } = gateway(ACCEPTED)
    const before = await told('messageSent')
    expect(await deliverMessages(store, provider, later(MINUTE))).toEqual({ ...NOTHING, accepted: 1 })
    expect(await deliverMessages(store, provider, later(2 * MINUTE))).toEqual(NOTHING)
    const [row] = await store.read.select().from(outbox)
    expect(sent).toEqual([
      {
        id: String(row?.id),
        to: mobileOf(1),
        template: 'approved',
        params: { what: '会计人员信息采集申请' },
      },
    ])
    const event = (await eventsOf(store, 'messageSent'))[before]
    expect(event).toMatchObject({
      personId: 'p1',
      role: 'system',
      facts: { message: row?.id, template: 'approved' },
    })
    expect(JSON.stringify(event)).not.toContain(mobileOf(1))
    // The demo's telephone goes on showing it.
    expect(await listMessages(store.read, later(MINUTE), 5)).toMatchObject([{ mobile: mobileOf(1) }])
  })

  it.each([
    ['before it may leave', -1, 0],
    ['at the instant at which it may', 0, 0],
    ['while an undo may be under way', 5 * SECOND, 0],
    ['after it', 5 * SECOND + 1, 1],
    ['a day late, as long as it is worth sending', 24 * 60 * MINUTE, 1],
  ])('%s', async (_, ms, times) => {
    await write()
    const { sent, provider } = gateway(ACCEPTED)
    await deliverMessages(store, provider, later(ms))
    expect(sent).toHaveLength(times)
  })

  it('that nobody wants any more is not sent, and that is written down', async () => {
    await write()
    const { sent, provider } = gateway(ACCEPTED)
    const late = later(24 * 60 * MINUTE + 1)
    expect(await deliverMessages(store, provider, late)).toEqual({ ...NOTHING, refused: 1 })
    expect(sent).toEqual([])
    expect((await eventsOf(store, 'messageRefused')).at(-1)?.facts).toMatchObject({ reason: 'tooLate' })
  })

  it('that was recalled is not there', async () => {
    await write(1, later(10 * MINUTE))
    await store.write((tx) => recallMessages(tx, mobileOf(1), T0))
    const { sent, provider } = gateway(ACCEPTED)
    await deliverMessages(store, provider, later(11 * MINUTE))
    expect(sent).toEqual([])
  })

  it('of an earlier release, which kept the words, is handed over too', async () => {
    const seal = newId()
    const context = messageContext(Buffer.concat([Buffer.from(seal)]))
    const body = sealJson(keyring(), context, { mobile: mobileOf(1), text: '从前的话' })
    await store.write(async (tx) => {
      await tx.insert(outbox).values({
        toIndex: 'x',
        sealed: Buffer.concat([Buffer.from(seal), body]),
        createdAt: T0,
        leavesAt: T0,
      })
    })
    const { sent, provider } = gateway(ACCEPTED)
    await deliverMessages(store, provider, later(MINUTE))
    expect(sent).toMatchObject([{ template: 'plain', params: { text: '从前的话' } }])
    expect(await listMessages(store.read, later(MINUTE), 5)).toMatchObject([{ text: '从前的话' }])
  })
})

describe('a gateway', () => {
  it('that is busy is asked again after pauses that double, until it takes it', async () => {
    await write()
    const { sent, provider } = gateway(BUSY, BUSY, BUSY, ACCEPTED)
    const asked: number[] = []
    for (let second = 0; second <= 600; second += 10) {
      const before = sent.length
      await deliverMessages(store, provider, later(second * SECOND))
      if (sent.length > before) asked.push(second)
    }
    // Found by the run after it is due: 10 s; 70 s and 5 s; 160 s; 320 s.
    expect(asked).toEqual([10, 80, 170, 350])
    expect(new Set(sent.map((sms) => sms.id)).size).toBe(1)
    expect((await eventsOf(store, 'messageSent')).at(-1)?.at).toEqual(later(350 * SECOND))
  })

  it('that is busy for a day is given up, and that is written down', async () => {
    await write()
    const { sent, provider } = gateway(BUSY)
    const refused = await told('messageRefused')
    for (let minute = 1; minute <= 2 * 24 * 60; minute += 1)
      await deliverMessages(store, provider, later(minute * MINUTE))
    expect(sent.length).toBeGreaterThan(20)
    expect(sent.length).toBeLessThan(32)
    const events = (await eventsOf(store, 'messageRefused')).slice(refused)
    expect(events.map(({ facts }) => facts.reason)).toEqual(['busy'])
  }, 60_000)

  it('that refuses for good is not asked again', async () => {
    await write()
    const { sent, provider } = gateway(BARRED)
    expect(await deliverMessages(store, provider, later(MINUTE))).toEqual({ ...NOTHING, refused: 1 })
    await deliverMessages(store, provider, later(60 * MINUTE))
    expect(sent).toHaveLength(1)
    expect((await eventsOf(store, 'messageRefused')).at(-1)?.facts).toMatchObject({ reason: 'barred' })
  })

  it.each([
    ['rejects', () => Promise.reject(new Error('connection lost'))],
    [
      'throws',
      () => {
        throw new Error('not even a promise')
      },
    ],
    ['says nothing', () => new Promise<SmsAnswer>(() => {})],
  ])('that %s has perhaps accepted: not sent again, and the rest waits', async (_, answer) => {
    await write(1)
    await write(2)
    const { sent, provider } = gateway(answer, ACCEPTED)
    expect(await deliverMessages(store, provider, later(MINUTE), 50)).toEqual({ ...NOTHING, unknown: 1 })
    expect(await deliverMessages(store, provider, later(2 * MINUTE), 50)).toEqual({ ...NOTHING, accepted: 1 })
    expect(sent.map((sms) => sms.to)).toEqual([mobileOf(1), mobileOf(2)])
    expect((await eventsOf(store, 'messageRefused')).at(-1)?.facts).toMatchObject({ reason: 'unknown' })
  })

  it('that is not there leaves it written down that no telephone rang', async () => {
    await write()
    expect(await deliverMessages(store, noProvider, later(MINUTE))).toEqual({ ...NOTHING, refused: 1 })
    expect((await eventsOf(store, 'messageRefused')).at(-1)?.facts).toMatchObject({ reason: 'noProvider' })
  })
})

describe('at most once', () => {
  it('whatever runs beside: three nodes hand thirty messages over once each', async () => {
    for (let n = 1; n <= 30; n++) await write(n)
    const { sent, provider } = gateway(ACCEPTED)
    await Promise.all([1, 2, 3].map(() => deliverMessages(store, provider, later(MINUTE))))
    expect(sent.map((sms) => sms.to).sort()).toEqual(Array.from({ length: 30 }, (_, n) => mobileOf(n + 1)))
  })

  it('a process that dies after it has asked does not ask again when it is back', async () => {
    await write()
    const { sent, provider } = gateway(() => new Promise<SmsAnswer>(() => {}), ACCEPTED)
    const dying = deliverMessages(store, provider, later(MINUTE), 200)
    while (sent.length === 0) await new Promise((go) => setTimeout(go, 5))
    // Meanwhile another process looks for what is due, as the same one would after its restart.
    expect(await deliverMessages(store, provider, later(2 * MINUTE))).toEqual(NOTHING)
    await dying
    expect(sent).toHaveLength(1)
    const [row] = await store.read.select().from(outbox).where(eq(outbox.toIndex, ''))
    expect(row?.leavesAt).toEqual(T0)
  })
})
