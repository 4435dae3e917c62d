import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { NOTICE, NOTICE_VERSION } from '#lib/notice'
import { events, notices } from '../schema.ts'
import { seedReference } from '../seed/reference.ts'
import type { Store } from '../store.ts'
import { openTestStore } from '../testing.ts'
import { draftsOn } from '../testing-drafts.ts'
import {
  countReaders,
  currentNotice,
  hasConsented,
  listNotices,
  noticeText,
  publishNotice,
  recordConsents,
} from './notices.ts'

let store: Store
let remove: () => Promise<void>
beforeAll(async () => {
  ;({ store, remove } = await openTestStore())
  await seedReference(store, day('2026-03-01'))
})
afterAll(() => remove())

const day = (text: string) => new Date(`${text}T04:00:00Z`)
const SECTIONS = [{ title: '新的', paragraphs: ['一', '二'] }]
const publish = (seen: string, at: string) =>
  store.write((tx) => publishNotice(tx, { actorId: 'admin', now: day(at) }, SECTIONS, seen))

it('begins with the text that ships', async () => {
  expect(await currentNotice(store.read)).toBe(NOTICE_VERSION)
  expect(await noticeText(store.read, NOTICE_VERSION)).toEqual(NOTICE)
  expect(await noticeText(store.read, 'none')).toEqual([])
})

it('gives the text to a store from before, and keeps what was published since', async () => {
  await store.write(async (tx) => {
    await tx.update(notices).set({ text: '[]' }).where(eq(notices.version, NOTICE_VERSION))
  })
  await seedReference(store, day('2026-04-01'))
  expect(await noticeText(store.read, NOTICE_VERSION)).toEqual(NOTICE)
  expect(await listNotices(store.read)).toHaveLength(1)
})

it('publishes the next version; what was consented to before does not count for it', async () => {
  await store.write((tx) => recordConsents(tx, 'p1', NOTICE_VERSION, day('2026-03-02')))
  expect(await publish(NOTICE_VERSION, '2026-05-01')).toBe('2026-02')
  expect(await currentNotice(store.read)).toBe('2026-02')
  expect(await noticeText(store.read, '2026-02')).toEqual(SECTIONS)
  expect(await hasConsented(store.read, 'p1', NOTICE_VERSION)).toBe(true)
  expect(await hasConsented(store.read, 'p1', '2026-02')).toBe(false)
})

it('refuses a text that was written against another version', async () => {
  expect(await publish(NOTICE_VERSION, '2026-05-02')).toBeUndefined()
  expect(await currentNotice(store.read)).toBe('2026-02')
})

it('counts anew in a new year, by Shanghai’s calendar', async () => {
  expect(await publish('2026-02', '2027-01-01')).toBe('2027-01')
  const rows = await store.read
    .select({ actorId: events.actorId, facts: events.facts })
    .from(events)
    .where(eq(events.verb, 'publishNotice'))
    .orderBy(asc(events.id))
  expect(rows.map((row) => `${row.actorId} ${row.facts}`)).toEqual([
    'admin {"version":"2026-02"}',
    'admin {"version":"2027-01"}',
  ])
})

it('counts whom a new version asks: drafts and returned ones, not what waits', async () => {
  const drafts = draftsOn(store)
  const before = await countReaders(store.read)
  await drafts.started(await drafts.someone('李四'))
  await drafts.submitted({ name: '张三' })
  expect(await countReaders(store.read)).toBe(before + 1)
})
