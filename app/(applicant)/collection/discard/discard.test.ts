import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { findOpenApplication } from '#db/queries/applications'
import type { Acting } from '#db/queries/collect'
import { startChange } from '#db/queries/collect'
import { findOwnDocument } from '#db/queries/documents'
import { findRecordInForce } from '#db/queries/records'
import { approve } from '#db/seed/decide'
import { seedReference } from '#db/seed/reference'
import type { Store } from '#db/store'
import { openTestStore } from '#db/testing'
import { draftsOn, T0 } from '#db/testing-drafts'
import type { BlobStore } from '#lib/documents/blob-store'
import { newId } from '#lib/protect/ids'
import { discard } from './discard.ts'

let store: Store
let remove: () => Promise<void>
let drafts: ReturnType<typeof draftsOn>
beforeAll(async () => {
  ;({ store, remove } = await openTestStore())
  await seedReference(store, T0)
  drafts = draftsOn(store)
})
afterAll(() => remove())
afterEach(() => vi.restoreAllMocks())

/** Notes what is deleted from it. */
function room(fails = false) {
  const deleted: string[] = []
  const blobs: BlobStore = {
    put: () => Promise.reject(new Error('nothing is put here')),
    get: () => Promise.resolve(undefined),
    has: () => Promise.resolve(false),
    async delete(key) {
      if (fails) throw new Error('the disk does not answer')
      deleted.push(key)
    },
    async *list() {},
  }
  return { deleted, blobs }
}
const open = (by: Acting) => findOpenApplication(store.read, by.person.id)

describe('discarding (D12)', () => {
  it('deletes the draft, its picture and both objects behind it; a second press says the same', async () => {
    const { by, photo } = await drafts.ready()
    const { deleted, blobs } = room()
    expect(await discard(store, blobs, by)).toBeUndefined()
    expect(await open(by)).toBeUndefined()
    expect(await findOwnDocument(store.read, by.person.id, photo)).toBeUndefined()
    expect(new Set(deleted).size).toBe(2)
    expect(await discard(store, blobs, by)).toBeUndefined()
    expect(deleted).toHaveLength(2)
  })

  it('of a change leaves the record and its pictures', async () => {
    const { by, photo } = await drafts.submitted()
    await approve(store, { ...by.person }, newId(), T0)
    await store.write((tx) => startChange(tx, by, { parts: ['personal'], consented: true }))
    const { deleted, blobs } = room()
    expect(await discard(store, blobs, by)).toBeUndefined()
    expect(await open(by)).toBeUndefined()
    expect(await findRecordInForce(store.read, by.person.id)).toBeDefined()
    const kept = await findOwnDocument(store.read, by.person.id, photo)
    expect(deleted).not.toContain(kept?.blobKey)
    expect(kept).toBeDefined()
  })

  it('what was submitted is not touched', async () => {
    const { by } = await drafts.submitted()
    const { deleted, blobs } = room()
    expect(await discard(store, blobs, by)).toBe('notOpen')
    expect((await open(by))?.status).toBe('submitted')
    expect(deleted).toEqual([])
  })

  it('is done for the person even when an object stays', async () => {
    const said = vi.spyOn(console, 'error').mockReturnValue(undefined)
    const { by } = await drafts.ready()
    expect(await discard(store, room(true).blobs, by)).toBeUndefined()
    expect(await open(by)).toBeUndefined()
    expect(said.mock.calls).toEqual([['discard: 2 of 2 objects could not be deleted']])
  })
})
