import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messageText } from '#lib/messages/templates'
import { RETENTION } from '#lib/retention'
import { deliverMessages } from '../delivery.ts'
import { warnOfIdleDrafts } from '../housekeeping/drafts.ts'
import { applications } from '../schema.ts'
import { seedReference } from '../seed/reference.ts'
import type { Store } from '../store.ts'
import { openTestStore } from '../testing.ts'
import { deskOn, eventsOf } from '../testing-desk.ts'
import { draftsOn, T0 } from '../testing-drafts.ts'
import { startChange } from './collect.ts'
import { recordEvent } from './events.ts'
import { closeOffice } from './offices-edit.ts'
import { moveFromClosed } from './offices-move.ts'
import { countFreshMessages, listOwnMessages, MESSAGES_PAGE, markMessagesRead } from './own-messages.ts'
import { forwardApplication } from './review.ts'

let store: Store
let remove: () => Promise<void>
let drafts: ReturnType<typeof draftsOn>
let desk: ReturnType<typeof deskOn>
let reviewer: string
beforeAll(async () => {
  ;({ store, remove } = await openTestStore())
  await seedReference(store, T0)
  drafts = draftsOn(store)
  reviewer = (await drafts.someone('周敏')).person.id
  desk = deskOn(store, reviewer)
})
afterAll(() => remove())

const at = (minutes: number, ms = 0) => new Date(T0.getTime() + minutes * 60_000 + ms)
const verbsOf = async (personId: string, now: Date) =>
  (await listOwnMessages(store.read, personId, now)).messages.map(({ verb }) => verb)

/** The id of the person's open application. */
async function openOf(personId: string): Promise<string> {
  const rows = await store.read.select().from(applications).where(eq(applications.personId, personId))
  return rows.find(({ status }) => status !== 'approved')?.id ?? ''
}

async function forward(id: string, from: string, to: string, now: Date): Promise<void> {
  await desk.claim(id, now)
  const [row] = await store.read.select().from(applications).where(eq(applications.id, id))
  const by = { reviewer, reviewIds: [from], officeIds: [from], now }
  const seen = { id, version: row?.version ?? 0 }
  await store.write((tx) => forwardApplication(tx, by, seen, { officeId: to, note: '单位在那里' }))
}

describe('what a person was told', () => {
  it('is nothing before anything has happened, and nothing of others', async () => {
    const mine = await drafts.submitted()
    const theirs = await drafts.submitted()
    await desk.approve(theirs.applicationId, at(0))
    expect(await listOwnMessages(store.read, mine.by.person.id, at(60))).toEqual({
      messages: [],
      next: undefined,
    })
  })

  it.each([
    ['in the ten minutes in which it can be undone', 10, 0, []],
    ['after them', 10, 1, ['return']],
  ])('a decision %s', async (_, minutes, ms, verbs) => {
    const { by, applicationId } = await drafts.submitted()
    await desk.sendBack(applicationId, at(0), ['RR01'])
    expect(await verbsOf(by.person.id, at(minutes, ms))).toEqual(verbs)
  })

  it('a decision that was undone never; the one that followed is', async () => {
    const { by, applicationId } = await drafts.submitted()
    await desk.sendBack(applicationId, at(0), ['RR01'])
    await desk.undo(applicationId, at(9))
    expect(await verbsOf(by.person.id, at(60))).toEqual([])
    await desk.approve(applicationId, at(61))
    expect(await verbsOf(by.person.id, at(72))).toEqual(['approve'])
  })

  it('is newest first, with the words that the telephone gets, and by which office', async () => {
    const { by, applicationId } = await drafts.submitted({ officeId: '410105' })
    await forward(applicationId, '410105', '411302', at(1))
    await desk.approve(applicationId, at(20))
    await store.write((tx) => startChange(tx, by, { parts: ['personal'], consented: true }))
    const change = { ...by, now: at(40) }
    await drafts.submit(change)
    await desk.sendBack(await openOf(by.person.id), at(50), ['RR01'])
    const { messages } = await listOwnMessages(store.read, by.person.id, at(90))
    expect(
      messages.map(({ verb, office, toldAt, content }) => [verb, office, toldAt, messageText(content)]),
    ).toEqual([
      ['return', '宛城区财政局', at(60), '您的信息变更申请被退回。请登录查看原因，修改后重新提交。'],
      ['approve', '宛城区财政局', at(30), '您的会计人员信息采集申请已通过审核。登录后可查看和打印。'],
      [
        'forward',
        '宛城区财政局',
        at(1),
        expect.stringMatching(/^您的申请已移交宛城区财政局审核，不用重新填写。咨询电话 [\d-]+。$/),
      ],
    ])
  })

  it('is the same, however it went with the telephone', async () => {
    const { by, applicationId } = await drafts.submitted()
    await desk.approve(applicationId, at(0))
    const refusing = { send: async () => ({ accepted: false, reason: 'barred', again: false }) as const }
    await deliverMessages(store, refusing, at(11))
    expect(await verbsOf(by.person.id, at(12))).toEqual(['approve'])
    expect((await eventsOf(store, 'messageRefused')).some(({ personId }) => personId === by.person.id)).toBe(
      true,
    )
  })

  it('is that a draft will be deleted, once it was said; the office in charge is named', async () => {
    const by = await drafts.someone()
    await drafts.started(by)
    const { draftUntilWarned } = RETENTION
    const now = new Date(T0.getTime() + draftUntilWarned + 1)
    await warnOfIdleDrafts(store, now)
    const { messages } = await listOwnMessages(store.read, by.person.id, new Date(now.getTime() + 1))
    expect(messages).toMatchObject([{ verb: 'warnDraft', office: '金水区财政局', toldAt: now, fresh: true }])
    expect(messages.map(({ content }) => messageText(content))).toEqual([
      expect.stringContaining('将在 2027 年 1 月 27 日后删除'),
    ])
  })

  it('is that an office was closed, to whom it concerned then', async () => {
    const waiting = await drafts.submitted({ officeId: '410302' })
    const approved = await drafts.submitted({ officeId: '410302' })
    const later = await drafts.submitted({ officeId: '410302' })
    await desk.approve(approved.applicationId, at(0))
    await store.write((tx) => closeOffice(tx, { actorId: 'a', now: at(100) }, '410302', '410303'))
    await moveFromClosed(store, at(100))
    expect(await verbsOf(waiting.by.person.id, at(100))).toEqual([])
    expect(await verbsOf(waiting.by.person.id, at(100, 1))).toEqual(['moveOffice'])
    expect(await verbsOf(approved.by.person.id, at(100, 1))).toEqual(['approve'])
    await desk.approve(later.applicationId, at(101))
    expect(await verbsOf(later.by.person.id, at(200))).toEqual(['approve', 'moveOffice'])
  })
})

describe('read and new', () => {
  const mark = (personId: string, until: Date, now: Date) =>
    store.write((tx) => markMessagesRead(tx, personId, until, now))
  const marks = async (personId: string) =>
    (await eventsOf(store, 'readMessages')).filter((event) => event.personId === personId)

  it('everything is new until it is marked; what comes after that is new again', async () => {
    const { by, applicationId } = await drafts.submitted()
    const { id } = by.person
    await forward(applicationId, '410105', '411302', at(1))
    expect(await countFreshMessages(store.read, id, at(2))).toBe(1)
    await mark(id, at(2), at(3))
    expect(await countFreshMessages(store.read, id, at(4))).toBe(0)
    await desk.sendBack(applicationId, at(5), ['RR01'])
    expect(await countFreshMessages(store.read, id, at(15))).toBe(0)
    expect(await countFreshMessages(store.read, id, at(15, 1))).toBe(1)
    const { messages } = await listOwnMessages(store.read, id, at(16))
    expect(messages.map(({ fresh }) => fresh)).toEqual([true, false])
  })

  it('what came while the page lay open stays new', async () => {
    const { by, applicationId } = await drafts.submitted()
    const { id } = by.person
    await forward(applicationId, '410105', '411302', at(1))
    await desk.sendBack(applicationId, at(2), ['RR01'])
    await mark(id, at(12), at(30))
    expect(await countFreshMessages(store.read, id, at(30))).toBe(1)
  })

  it('a mark from the future counts as one of now, and one that marks nothing is not written', async () => {
    const { by, applicationId } = await drafts.submitted()
    const { id } = by.person
    await mark(id, at(5), at(5))
    await forward(applicationId, '410105', '411302', at(6))
    await mark(id, new Date(0), at(7))
    expect(await marks(id)).toEqual([])
    await mark(id, at(1_000_000), at(8))
    await mark(id, at(9), at(9))
    expect((await marks(id)).map(({ facts }) => facts)).toEqual([{ until: at(8).getTime() }])
    await desk.sendBack(applicationId, at(10), ['RR01'])
    expect(await countFreshMessages(store.read, id, at(21))).toBe(1)
  })
})

describe('pages', () => {
  it('follow each other without a gap or a double, the last says so', async () => {
    const { id } = (await drafts.someone()).person
    const all = 2 * MESSAGES_PAGE + 1
    await store.write(async (tx) => {
      for (let n = 0; n < all; n++)
        await recordEvent(tx, {
          at: at(n),
          actorId: reviewer,
          role: 'reviewer',
          verb: 'forward',
          personId: id,
          officeId: '410105',
        })
    })
    const seen: number[] = []
    const sizes: number[] = []
    let before: number | undefined
    do {
      const { messages, next } = await listOwnMessages(store.read, id, at(1000), before)
      seen.push(...messages.map((message) => message.id))
      sizes.push(messages.length)
      before = next
    } while (before !== undefined)
    expect(sizes).toEqual([MESSAGES_PAGE, MESSAGES_PAGE, 1])
    expect(new Set(seen).size).toBe(all)
    expect(seen).toEqual([...seen].sort((a, b) => b - a))
    expect(await countFreshMessages(store.read, id, at(1000))).toBe(MESSAGES_PAGE)
  })
})
