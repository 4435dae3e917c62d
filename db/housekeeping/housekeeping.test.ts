import { readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diskStore } from '#lib/documents/disk'
import { newId } from '#lib/protect/ids'
import { RETENTION } from '#lib/retention'
import { countAttempt } from '../queries/attempts.ts'
import { startChange } from '../queries/collect.ts'
import { insertHeld } from '../queries/held.ts'
import { sendMessage } from '../queries/outbox.ts'
import { createSession } from '../queries/sessions.ts'
import { attempts, documents, draftPictures, events, heldForms, outbox, sessions } from '../schema.ts'
import { approve } from '../seed/decide.ts'
import { seedReference } from '../seed/reference.ts'
import type { Store } from '../store.ts'
import { openTestStore } from '../testing.ts'
import { draftsOn, photograph, T0 } from '../testing-drafts.ts'
import { removeOldRows } from './rows.ts'
import { sweep, sweepOfTheDay } from './run.ts'
import { deleteStray } from './stray.ts'
import { destroySuperseded } from './superseded.ts'

let store: Store
let folder: string
let drafts: ReturnType<typeof draftsOn>
let remove: () => Promise<void>
beforeAll(async () => {
  ;({ store, folder, remove } = await openTestStore())
  await seedReference(store, T0)
  drafts = draftsOn(store)
})
afterAll(() => remove())

const later = (ms: number) => new Date(T0.getTime() + ms)
const YEAR = RETENTION.supersededPicture
const blobs = () => diskStore(join(folder, 'blobs'))
const hex = (n: number) => n.toString(16).padStart(32, '0')

/** Puts an object that was stored at an instant. */
async function put(key: string, at: Date): Promise<void> {
  await blobs().put(key, Buffer.from('sealed'))
  utimesSync(join(folder, 'blobs', key.slice(0, 2), key.slice(2, 4), key), at, at)
}
const documentOf = async (id: string) =>
  (await store.read.select().from(documents).where(eq(documents.id, id)))[0]
const isThere = async (id: string) => (await documentOf(id))?.blobKey !== ''

describe('rows', () => {
  const counts = async () => ({
    sessions: (await store.read.select().from(sessions)).length,
    heldForms: (await store.read.select().from(heldForms)).length,
    messages: (await store.read.select().from(outbox)).length,
    attempts: (await store.read.select().from(attempts)).length,
  })

  it('stay until their time is over, to the millisecond, and go then', async () => {
    const { person } = await drafts.someone()
    await store.write(async (tx) => {
      await createSession(tx, { personId: person.id, device: 'x' }, T0)
      const owner = `person:${person.id}`
      await insertHeld(tx, { id: newId(), owner, path: '/', sealed: Buffer.alloc(1), createdAt: T0 }, 5)
      await sendMessage(tx, { mobile: person.mobile, template: 'plain', params: { text: 'x' } }, T0)
      await countAttempt(tx, 'a', 60_000, T0)
    })
    const none = { sessions: 0, 'held forms': 0, messages: 0, attempts: 0 }
    expect(await removeOldRows(store, later(RETENTION.heldForm))).toEqual(none)
    expect(await removeOldRows(store, later(RETENTION.heldForm + 1), true)).toEqual({
      ...none,
      'held forms': 1,
    })
    expect(await counts()).toEqual({ sessions: 1, heldForms: 1, messages: 1, attempts: 1 })
    expect(await removeOldRows(store, later(RETENTION.heldForm + 1))).toEqual({ ...none, 'held forms': 1 })
    expect(await removeOldRows(store, later(RETENTION.attempt + 1))).toEqual({ ...none, attempts: 1 })
    expect(await removeOldRows(store, later(RETENTION.message))).toEqual(none)
    expect(await removeOldRows(store, later(RETENTION.message + 1))).toEqual({ ...none, messages: 1 })
    expect(await removeOldRows(store, later(RETENTION.session + 1))).toEqual({ ...none, sessions: 1 })
    expect(await counts()).toEqual({ sessions: 0, heldForms: 0, messages: 0, attempts: 0 })
  })

  it('go however many there are', async () => {
    await store.write(async (tx) => {
      for (let n = 0; n < 1_201; n++) await countAttempt(tx, `many:${n}`, 60_000, T0)
      await countAttempt(tx, 'many:0', 60_000, later(RETENTION.attempt))
    })
    expect((await removeOldRows(store, later(RETENTION.attempt + 1))).attempts).toBe(1_201)
    expect((await counts()).attempts).toBe(1)
  })
})

describe('superseded pictures', () => {
  it('are kept while an application is under way, however old', async () => {
    const { by, applicationId, photo } = await drafts.ready()
    const replaced = photo
    const now = await store.write((tx) => photograph(tx, by, applicationId))
    await destroySuperseded(store, blobs(), later(2 * YEAR))
    expect([await isThere(replaced), await isThere(now)]).toEqual([true, true])
    await drafts.submit(by)
    await destroySuperseded(store, blobs(), later(2 * YEAR))
    expect([await isThere(replaced), await isThere(now)]).toEqual([true, true])
  })

  it('lose their key and their object a year after the approval; what the record holds stays', async () => {
    const { by, applicationId, photo: replaced } = await drafts.ready()
    const held = await store.write((tx) => photograph(tx, by, applicationId))
    await drafts.submit(by)
    await approve(store, by.person, (await drafts.someone()).person.id, T0)
    const { blobKey = '', digest } = (await documentOf(replaced)) ?? {}
    await put(blobKey, T0)

    await destroySuperseded(store, blobs(), later(YEAR))
    expect(await isThere(replaced)).toBe(true)
    expect(await destroySuperseded(store, blobs(), later(YEAR + 1), true)).toBe(1)
    expect(await isThere(replaced)).toBe(true)
    expect(await destroySuperseded(store, blobs(), later(YEAR + 1))).toBe(1)
    const row = await documentOf(replaced)
    expect(row).toMatchObject({ blobKey: '', digest })
    expect(row?.wrappedKey).toHaveLength(0)
    expect(await blobs().has(blobKey)).toBe(false)
    expect(await isThere(held)).toBe(true)
    expect(await destroySuperseded(store, blobs(), later(YEAR + 1))).toBe(0)
  })

  it('of an earlier version of the record go a year after the later one, not while a change is open', async () => {
    const { by, photo: first } = await drafts.submitted()
    const reviewer = (await drafts.someone()).person.id
    await approve(store, by.person, reviewer, T0)
    const change = await store.write(async (tx) => {
      const id = await startChange(tx, by, { parts: ['personal'], consented: true })
      return { id, photo: await photograph(tx, by, id) }
    })
    await destroySuperseded(store, blobs(), later(3 * YEAR))
    expect(await isThere(first)).toBe(true)
    await drafts.submit(by)
    await approve(store, by.person, reviewer, later(YEAR))
    await destroySuperseded(store, blobs(), later(2 * YEAR))
    expect(await isThere(first)).toBe(true)
    await destroySuperseded(store, blobs(), later(2 * YEAR + 1))
    expect([await isThere(first), await isThere(change.photo)]).toEqual([false, true])
  })
})

describe('objects', () => {
  const DAY = RETENTION.strayObject

  it('without a row go after a day; those of a row, and working copies, stay', async () => {
    const { applicationId } = await drafts.ready()
    const [slot] = await store.read
      .select({ made: documents.blobKey, work: draftPictures.workBlobKey })
      .from(draftPictures)
      .innerJoin(documents, eq(documents.id, draftPictures.documentId))
      .where(eq(draftPictures.applicationId, applicationId))
    const [made, work] = [slot?.made ?? '', slot?.work ?? '']
    for (const key of [made, work, hex(3)]) await put(key, T0)
    await put(hex(4), later(1))
    expect(await deleteStray(store, blobs(), later(DAY + 1), true)).toBe(1)
    expect(await blobs().has(hex(3))).toBe(true)
    expect(await deleteStray(store, blobs(), later(DAY + 1))).toBe(1)
    const left = await Promise.all([made, work, hex(3), hex(4)].map((key) => blobs().has(key)))
    expect(left).toEqual([true, true, false, true])
  })

  it('are not touched when most of them belong to no row: the wrong store was asked', async () => {
    for (let n = 0; n <= 1_000; n++) {
      const key = hex(0xab_00_00 + n).replace(/^../, 'ee')
      const file = join(folder, 'blobs', key.slice(0, 2), key.slice(2, 4), key)
      await mkdir(dirname(file), { recursive: true })
      writeFileSync(file, '')
      utimesSync(file, T0, T0)
    }
    await expect(deleteStray(store, blobs(), later(DAY + 1))).rejects.toThrow(
      /^100\d of 100\d pictures belong to no row of this store; none was deleted\./,
    )
    expect(readdirSync(join(folder, 'blobs/ee/00'))).toHaveLength(1_001)
  })

  it('that were never finished go after a day too', async () => {
    const [old, young] = [`.${hex(5)}.0badcafe`, `.${hex(6)}.0badcafe`]
    const torn = diskStore(join(folder, 'torn'))
    const place = join(folder, 'torn/00/00')
    await mkdir(place, { recursive: true })
    for (const [name, at] of [
      [old, T0],
      [young, later(1)],
    ] as const) {
      writeFileSync(join(place, name), 'half')
      utimesSync(join(place, name), at, at)
    }
    expect(await deleteStray(store, torn, later(DAY + 1))).toBe(1)
    expect(readdirSync(place)).toEqual([young])
  })
})

describe('the night', () => {
  it('sweeps once a day and leaves an event', async () => {
    const empty = diskStore(join(folder, 'none'))
    const at = new Date('2031-01-01T19:00:00Z')
    expect(await sweepOfTheDay(store, empty, at)).toMatchObject({ 'stray objects': 0 })
    expect(await sweepOfTheDay(store, empty, new Date(at.getTime() + 600_000))).toBeUndefined()
    expect(await sweepOfTheDay(store, empty, new Date(at.getTime() + 86_400_000))).toBeDefined()
    await sweep(store, empty, at, true)
    expect(await store.read.select().from(events).where(eq(events.verb, 'swept'))).toHaveLength(2)
  })
})
