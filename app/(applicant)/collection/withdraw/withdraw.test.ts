import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findOpenApplication } from '#db/queries/applications'
import type { Acting } from '#db/queries/collect'
import { claimApplication, releaseApplication } from '#db/queries/review'
import { approve, sendBack } from '#db/seed/decide'
import { seedReference } from '#db/seed/reference'
import type { Store } from '#db/store'
import { openTestStore } from '#db/testing'
import { draftsOn, T0 } from '#db/testing-drafts'
import { LEASE_MS } from '#lib/collection/application'
import { newId } from '#lib/protect/ids'
import { withdraw } from './withdraw.ts'

let store: Store
let remove: () => Promise<void>
let drafts: ReturnType<typeof draftsOn>
beforeAll(async () => {
  ;({ store, remove } = await openTestStore())
  await seedReference(store, T0)
  drafts = draftsOn(store)
})
afterAll(() => remove())

const REVIEWER = newId()
const desk = { reviewer: REVIEWER, reviewIds: ['410105'], officeIds: ['410105'], now: T0 }
const rowOf = async (by: Acting) => {
  const row = await findOpenApplication(store.read, by.person.id)
  if (!row) throw new Error('nothing open')
  return row
}

/** Somebody who waits, with the version that the confirm page showed. */
async function waiting() {
  const { by, applicationId: id } = await drafts.submitted()
  return { by, id, version: (await rowOf(by)).version }
}

describe('withdrawing (D12)', () => {
  it('gives the draft back; a second press says the same', async () => {
    const { by, version } = await waiting()
    expect(await withdraw(store, by, version)).toBe('withdrawn')
    const row = await rowOf(by)
    expect(row.status).toBe('draft')
    expect(await withdraw(store, by, version)).toBe('withdrawn')
    expect((await rowOf(by)).version).toBe(row.version)
  })

  it.each([
    ['while it is claimed', LEASE_MS - 1, { refused: 'claimedByOther' }, 'submitted'],
    ['once the lease has lapsed, from the page as it is now', LEASE_MS, 'withdrawn', 'draft'],
  ])('%s', async (_, after, outcome, status) => {
    const { by, id, version } = await waiting()
    await store.write((tx) => claimApplication(tx, desk, { id, version }))
    const late = { ...by, now: new Date(T0.getTime() + after) }
    expect(await withdraw(store, late, version + 1)).toEqual(outcome)
    expect((await rowOf(by)).status).toBe(status)
  })

  it('from a page that is old asks again, since somebody had it in hands', async () => {
    const { by, id, version } = await waiting()
    await store.write((tx) => claimApplication(tx, desk, { id, version }))
    await store.write((tx) => releaseApplication(tx, desk, { id, version: version + 1 }))
    expect(await withdraw(store, by, version)).toEqual({ refused: 'stale' })
    expect((await rowOf(by)).status).toBe('submitted')
  })

  it('after a decision leaves the decision alone', async () => {
    const returned = await waiting()
    await sendBack(store, returned.by.person, REVIEWER, ['RR02'], [], T0)
    expect(await withdraw(store, returned.by, returned.version)).toBe('moved')
    expect((await rowOf(returned.by)).status).toBe('returned')
    const approved = await waiting()
    await approve(store, { ...approved.by.person }, REVIEWER, T0)
    expect(await withdraw(store, approved.by, approved.version)).toBe('moved')
  })

  it('reaches nobody else’s', async () => {
    const { by, version } = await waiting()
    expect(await withdraw(store, await drafts.someone(), version)).toBe('moved')
    expect((await rowOf(by)).status).toBe('submitted')
  })
})
