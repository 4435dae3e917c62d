import { eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { comments, decisions, documents, draftPictures, submissionDocuments, submissions } from '../schema.ts'
import { approve, sendBack } from '../seed/decide.ts'
import { seedReference } from '../seed/reference.ts'
import type { Store } from '../store.ts'
import { openTestStore } from '../testing.ts'
import { draftsOn, photograph, T0 } from '../testing-drafts.ts'
import { type Acting, discardApplication, startChange, withdrawApplication } from './collect.ts'
import { findOwnDocument } from './documents.ts'
import { findWorkspace } from './own.ts'
import { findRecordInForce } from './records.ts'
import { rebuildStatistics } from './statistics-rebuild.ts'
import { findSubmission } from './submissions.ts'

// Before the approval everything of a person is theirs to delete (D12), and at once: a picture whose key is gone
// cannot be opened, wherever a copy of the object may lie.

let store: Store
let drafts: ReturnType<typeof draftsOn>
let remove: () => Promise<void>
beforeAll(async () => {
  ;({ store, remove } = await openTestStore())
  await seedReference(store, T0)
  drafts = draftsOn(store)
})
afterAll(() => remove())

const discard = (by: Acting) => store.write((tx) => discardApplication(tx, by))
const withdraw = async (by: Acting) => {
  const version = (await findWorkspace(store.read, by.person, T0))?.row.version ?? 0
  await store.write((tx) => withdrawApplication(tx, by, version))
}

/** Object keys and wrapped keys that the person's rows hold. */
async function keysOf(by: Acting, applicationId: string) {
  const made = await store.read.select().from(documents).where(eq(documents.personId, by.person.id))
  const slots = await store.read
    .select()
    .from(draftPictures)
    .where(eq(draftPictures.applicationId, applicationId))
  return {
    objects: [...made.map((d) => d.blobKey), ...slots.flatMap((s) => s.workBlobKey ?? [])].sort(),
    wrapped: [...made.map((d) => d.wrappedKey), ...slots.flatMap((s) => s.workWrappedKey ?? [])],
  }
}

describe('discarding destroys at once', () => {
  it('the keys of all pictures, of replaced ones and of working copies too, and names their objects', async () => {
    const { by, applicationId } = await drafts.ready()
    await store.write((tx) => photograph(tx, by, applicationId))
    const before = await keysOf(by, applicationId)
    expect(before.wrapped).toHaveLength(3)
    const named = await discard(by)
    expect(await keysOf(by, applicationId)).toEqual({ objects: [], wrapped: [] })
    expect(named.sort()).toEqual(before.objects)
  })

  it('what was submitted and withdrawn: snapshots, decisions’ words, comments, keys; the counts stay', async () => {
    const { by, applicationId } = await drafts.submitted()
    const reviewer = (await drafts.someone()).person.id
    await sendBack(store, by.person, reviewer, ['RR01'], [{ key: 'personal.photo', text: '底色不对' }], T0)
    await store.write((tx) => photograph(tx, by, applicationId))
    await drafts.submit(by)
    await withdraw(by)
    const snapshots = await store.read
      .select()
      .from(submissions)
      .where(eq(submissions.applicationId, applicationId))
    const ids = snapshots.map(({ id }) => id)
    expect(snapshots.map(({ sealed }) => sealed.length > 0)).toEqual([true, true])
    const counted = await rebuildStatistics(store)
    const before = await keysOf(by, applicationId)

    expect((await discard(by)).sort()).toEqual(before.objects)
    expect(await keysOf(by, applicationId)).toEqual({ objects: [], wrapped: [] })
    const after = await store.read.select().from(submissions).where(inArray(submissions.id, ids))
    expect(after.map(({ sealed }) => sealed.length)).toEqual([0, 0])
    const held = inArray(submissionDocuments.submissionId, ids)
    expect(await store.read.select().from(submissionDocuments).where(held)).toEqual([])
    const said = await store.read.select().from(decisions).where(eq(decisions.applicationId, applicationId))
    expect(said.map(({ sealed }) => sealed.length)).toEqual([0])
    const own = eq(comments.applicationId, applicationId)
    expect(await store.read.select().from(comments).where(own)).toEqual([])
    expect(await rebuildStatistics(store)).toEqual(counted)
  })

  it('of a change only what is the change’s: the record opens as before', async () => {
    const { by, photo } = await drafts.submitted()
    await approve(store, by.person, (await drafts.someone()).person.id, T0)
    const record = await findRecordInForce(store.read, by.person.id)
    const snapshot = await findSubmission(store.read, record?.submissionId ?? '')
    const fresh = await store.write(async (tx) => {
      const id = await startChange(tx, by, { parts: ['personal'], consented: true })
      return photograph(tx, by, id)
    })
    await drafts.submit(by)
    await withdraw(by)
    await discard(by)
    expect(await findOwnDocument(store.read, by.person.id, fresh)).toBeUndefined()
    expect((await findOwnDocument(store.read, by.person.id, photo))?.wrappedKey.length).toBeGreaterThan(0)
    expect(await findSubmission(store.read, record?.submissionId ?? '')).toEqual(snapshot)
  })
})
