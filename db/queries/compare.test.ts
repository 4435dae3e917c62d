import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '#lib/protect/ids'
import { documents, submissionDocuments } from '../schema.ts'
import { approve, sendBack } from '../seed/decide.ts'
import { seedReference } from '../seed/reference.ts'
import type { Store } from '../store.ts'
import { openTestStore } from '../testing.ts'
import { draftsOn, findNewestApplication, T0 } from '../testing-drafts.ts'
import { type Acting, startChange, withdrawApplication } from './collect.ts'
import { answeredReturn, findBases, findSharedPictures } from './compare.ts'
import { listDecisions } from './decisions.ts'
import { findLatestSubmission } from './submissions.ts'

let store: Store
let drafts: ReturnType<typeof draftsOn>
let remove: () => Promise<void>
beforeAll(async () => {
  ;({ store, remove } = await openTestStore())
  await seedReference(store, T0)
  drafts = draftsOn(store)
})
afterAll(() => remove())

/** What the newest submission of a person is compared with, as `round 1` or `record 1`. */
async function basesOf(by: Acting): Promise<string[]> {
  const row = await findNewestApplication(store.read, by.person.id)
  const submission = row && (await findLatestSubmission(store.read, row.id))
  if (!row || !submission) throw new Error('nothing submitted')
  const answered = answeredReturn(await listDecisions(store.read, row.id), submission.n)
  const bases = await findBases(store.read, row, submission.n, answered)
  return bases.map((base) => `${base.by} ${base.submission.n}`)
}
const reviewer = async () => (await drafts.someone()).person.id

it('compares a first submission with nothing', async () => {
  const { by } = await drafts.submitted()
  expect(await basesOf(by)).toEqual([])
})

it('compares with the round that was returned, also when one was withdrawn in between', async () => {
  const { by, applicationId } = await drafts.submitted()
  await sendBack(store, by.person, await reviewer(), ['RR01'], [], T0)
  expect(await basesOf(by)).toEqual([])
  await drafts.submit(by)
  expect(await basesOf(by)).toEqual(['round 1'])
  const row = await findNewestApplication(store.read, by.person.id)
  expect(row?.id).toBe(applicationId)
  await store.write((tx) => withdrawApplication(tx, by, row?.version ?? 0))
  await drafts.submit(by)
  expect(await basesOf(by)).toEqual(['round 1'])
})

it('compares a change with the record it started from, before and after its approval', async () => {
  const { by } = await drafts.submitted()
  await approve(store, by.person, await reviewer(), T0)
  expect(await basesOf(by)).toEqual([])
  const later = { ...by, now: new Date(T0.getTime() + 60_000) }
  await store.write((tx) => startChange(tx, later, { parts: ['employment'], consented: true }))
  await drafts.submit(later)
  expect(await basesOf(by)).toEqual(['record 1'])
  await sendBack(store, by.person, await reviewer(), ['RR08'], [], later.now)
  await drafts.submit(later)
  expect(await basesOf(by)).toEqual(['round 1', 'record 1'])
  await approve(store, by.person, await reviewer(), later.now)
  expect(await basesOf(by)).toEqual(['round 1', 'record 1'])
})

it('notices a picture that somebody else has submitted, and no draft’s', async () => {
  const { by, photo } = await drafts.submitted()
  const other = await drafts.submitted({ name: '别人' })
  const mine = (await store.read.select().from(documents)).find((row) => row.id === photo)
  if (!mine) throw new Error('no photo')
  const shared = (digests: readonly string[]) => findSharedPictures(store.read, by.person.id, digests)
  const digests = [mine.digest, 'other']
  expect(await shared([])).toEqual(new Map())
  const copy = { ...mine, id: newId(), blobKey: newId(), personId: other.by.person.id }
  await store.write(async (tx) => void (await tx.insert(documents).values(copy)))
  expect(await shared(digests)).toEqual(new Map())
  const theirs = await findLatestSubmission(store.read, other.applicationId)
  const held = { submissionId: theirs?.id ?? '', documentId: copy.id }
  await store.write(async (tx) => void (await tx.insert(submissionDocuments).values(held)))
  const file = { applicationId: other.applicationId, officeId: '410105', name: '别人' }
  expect(await shared(digests)).toEqual(new Map([[mine.digest, [file]]]))
  const row = await findNewestApplication(store.read, other.by.person.id)
  await store.write((tx) => withdrawApplication(tx, other.by, row?.version ?? 0))
  expect(await shared(digests)).toEqual(new Map())
})
