import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BlobStore } from '#lib/documents/blob-store'
import { RETENTION } from '#lib/retention'
import { findOpenApplication, touchDraft } from '../queries/applications.ts'
import { type Acting, startChange, withdrawApplication } from '../queries/collect.ts'
import { listMessages } from '../queries/outbox.ts'
import { applications, documents, draftPictures, draftSteps, events } from '../schema.ts'
import { approve, sendBack } from '../seed/decide.ts'
import { seedReference } from '../seed/reference.ts'
import type { Store } from '../store.ts'
import { openTestStore } from '../testing.ts'
import { draftsOn, photograph, T0 } from '../testing-drafts.ts'
import { deleteIdleDrafts, warnOfIdleDrafts } from './drafts.ts'

let store: Store
let drafts: ReturnType<typeof draftsOn>
let remove: () => Promise<void>
beforeAll(async () => {
  ;({ store, remove } = await openTestStore())
  await seedReference(store, T0)
  drafts = draftsOn(store)
})
afterAll(() => remove())

const DAY = 86_400_000
const { draftUntilWarned: WARN, draft: DELETE, draftAfterWarning: NOTICE } = RETENTION
const later = (ms: number) => new Date(T0.getTime() + ms)

/** Notes what is deleted from it. */
function room() {
  const deleted: string[] = []
  const nothing: BlobStore = {
    put: () => Promise.reject(new Error('nothing is put here')),
    get: () => Promise.resolve(undefined),
    has: () => Promise.resolve(false),
    delete: async (key) => void deleted.push(key),
    async *list() {},
  }
  return { deleted, blobs: nothing }
}

const warnAt = (ms: number, dry = false) => warnOfIdleDrafts(store, later(ms), dry)
const deleteAt = (ms: number, dry = false) => deleteIdleDrafts(store, room().blobs, later(ms), dry)
const saveAt = (id: string, ms: number) => store.write((tx) => touchDraft(tx, id, later(ms)))
const isThere = async (by: Acting) => (await findOpenApplication(store.read, by.person.id)) !== undefined
const warnings = (id: string) =>
  store.read
    .select()
    .from(events)
    .where(and(eq(events.applicationId, id), eq(events.verb, 'warnDraft')))

/** A draft that was saved last at `T0`; what earlier tests have left does not count. */
async function lonely() {
  await store.write(async (tx) => void (await tx.update(applications).set({ savedAt: later(9_999 * DAY) })))
  const by = await drafts.someone()
  return { by, id: await drafts.started(by) }
}

describe('a draft that nobody goes on with', () => {
  it('has the periods that are promised', () => {
    expect([WARN, DELETE, NOTICE].map((ms) => ms / DAY)).toEqual([180, 210, 30])
  })

  it.each<[string, number, number]>([
    ['a millisecond too early', WARN - 1, 0],
    ['on the last millisecond', WARN, 0],
    ['a millisecond later', WARN + 1, 1],
  ])('is warned of after its time: %s', async (_, ms, warned) => {
    const { id } = await lonely()
    expect(await warnAt(ms)).toBe(warned)
    expect(await warnings(id)).toHaveLength(warned)
  })

  it('is warned of once, with the day, and no telephone rings by night', async () => {
    const { by, id } = await lonely()
    // Shortly after three in the night of 1 January 2027 in Shanghai.
    const night = Date.parse('2026-12-31T19:05:00Z') - T0.getTime()
    expect([await warnAt(night, true), await warnAt(night), await warnAt(night + 1)]).toEqual([1, 1, 0])
    expect(await warnings(id)).toMatchObject([
      { role: 'system', personId: by.person.id, facts: '{"day":"2027-01-31"}' },
    ])
    const told = async (at: string) =>
      (await listMessages(store.read, new Date(at), 50)).filter(({ mobile }) => mobile === by.person.mobile)
    expect(await told('2027-01-01T00:59:59Z')).toEqual([])
    const [message, ...more] = await told('2027-01-01T01:00:00Z')
    expect(more).toEqual([])
    expect(message?.text).toContain('将在 2027 年 1 月 31 日后删除')
  })

  it.each<[string, { warned?: number; at: number }, number]>([
    ['warned in time, a millisecond too early', { warned: WARN + 1, at: DELETE - 1 }, 0],
    ['warned in time, on the last millisecond', { warned: WARN + 1, at: DELETE }, 0],
    ['warned in time, before the notice is over', { warned: WARN + 1, at: WARN + 1 + NOTICE }, 0],
    ['warned in time, the notice over', { warned: WARN + 1, at: WARN + 1 + NOTICE + 1 }, 1],
    ['warned late, the notice not begun', { warned: DELETE + 5 * DAY, at: DELETE + 5 * DAY + 1 }, 0],
    ['warned late, on the last millisecond of the notice', { warned: DELETE, at: DELETE + NOTICE }, 0],
    ['warned late, the notice over', { warned: DELETE, at: DELETE + NOTICE + 1 }, 1],
    ['never warned', { at: 3 * DELETE }, 0],
  ])('is deleted after its time only: %s', async (_, { warned, at }, gone) => {
    const { by } = await lonely()
    if (warned) expect(await warnAt(warned)).toBe(1)
    expect(await deleteAt(at, true)).toBe(gone)
    expect(await isThere(by)).toBe(true)
    expect(await deleteAt(at)).toBe(gone)
    expect(await isThere(by)).toBe(gone === 0)
    expect(await deleteAt(at)).toBe(0)
  })

  it('goes with its answers, its pictures and their keys, also of pictures that were replaced; an event stays', async () => {
    await lonely()
    const { by, applicationId } = await drafts.ready()
    await store.write((tx) => photograph(tx, by, applicationId))
    await saveAt(applicationId, 0)
    await warnAt(WARN + 1)
    const own = eq(documents.personId, by.person.id)
    const slots = await store.read
      .select({ work: draftPictures.workBlobKey })
      .from(draftPictures)
      .where(eq(draftPictures.applicationId, applicationId))
    const kept = await store.read.select({ key: documents.blobKey }).from(documents).where(own)
    const { deleted, blobs } = room()
    await deleteIdleDrafts(store, blobs, later(DELETE + NOTICE))
    expect(kept).toHaveLength(2)
    expect(deleted.sort()).toEqual([...kept.map(({ key }) => key), ...slots.map(({ work }) => work)].sort())
    expect(await store.read.select().from(documents).where(own)).toEqual([])
    for (const table of [draftSteps, draftPictures])
      expect(await store.read.select().from(table).where(eq(table.applicationId, applicationId))).toEqual([])
    const told = await store.read
      .select({ role: events.role, actorId: events.actorId, personId: events.personId })
      .from(events)
      .where(and(eq(events.applicationId, applicationId), eq(events.verb, 'discard')))
    expect(told).toEqual([{ role: 'system', actorId: 'system', personId: by.person.id }])
  })

  it('that is saved again is as a new one: the warning is void', async () => {
    const { by, id } = await lonely()
    await warnAt(WARN + 1)
    const saved = WARN + 2
    await saveAt(id, saved)
    expect(await deleteAt(saved + DELETE + NOTICE)).toBe(0)
    expect([await warnAt(saved + WARN), await warnAt(saved + WARN + 1)]).toEqual([0, 1])
    expect(await deleteAt(saved + DELETE)).toBe(0)
    expect(await deleteAt(saved + DELETE + 2)).toBe(1)
    expect(await isThere(by)).toBe(false)
  })

  it.each(['warn', 'delete'] as const)('that is saved at this moment is left alone: %s', async (what) => {
    const { by, id } = await lonely()
    if (what === 'delete') await warnAt(WARN + 1)
    const at = DELETE + NOTICE
    const meddling: Store = {
      ...store,
      async write(work) {
        await saveAt(id, at)
        return store.write(work)
      },
    }
    const done =
      what === 'warn'
        ? warnOfIdleDrafts(meddling, later(at))
        : deleteIdleDrafts(meddling, room().blobs, later(at))
    expect(await done).toBe(0)
    expect(await isThere(by)).toBe(true)
    expect(await warnings(id)).toHaveLength(what === 'delete' ? 1 : 0)
  })
})

describe('what is left, however long it lies', () => {
  const LATE = 4 * DELETE
  const swept = async () => [await warnAt(LATE), await deleteAt(LATE + NOTICE + 1)]
  const alone = async (by: Acting) => {
    const row = await findOpenApplication(store.read, by.person.id)
    await store.write(async (tx) => {
      await tx.update(applications).set({ savedAt: later(9_999 * DAY) })
      await tx
        .update(applications)
        .set({ savedAt: T0 })
        .where(eq(applications.id, row?.id ?? ''))
    })
  }

  it.each<[string, () => Promise<Acting>]>([
    ['submitted', async () => (await drafts.submitted()).by],
    [
      'returned',
      async () => {
        const { by } = await drafts.submitted()
        await sendBack(store, by.person, (await drafts.someone()).person.id, ['RR01'], [], T0)
        return by
      },
    ],
    [
      'withdrawn',
      async () => {
        const { by } = await drafts.submitted()
        await store.write((tx) => withdrawApplication(tx, by, 2))
        return by
      },
    ],
    [
      'a change',
      async () => {
        const { by } = await drafts.submitted()
        await approve(store, by.person, (await drafts.someone()).person.id, T0)
        await store.write((tx) => startChange(tx, by, { parts: ['personal'], consented: true }))
        return by
      },
    ],
  ])('%s', async (_, made) => {
    const by = await made()
    await alone(by)
    expect(await swept()).toEqual([0, 0])
    expect(await isThere(by)).toBe(true)
  })

  it('and a draft beside them goes', async () => {
    const { by } = await lonely()
    await alone(by)
    expect(await swept()).toEqual([1, 1])
  })
})
