import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findOpenApplication } from '#db/queries/applications'
import { type Acting, startChange } from '#db/queries/collect'
import { listRecordVersions } from '#db/queries/record-history'
import { undoDecisionOf } from '#db/queries/review-decide'
import { approve } from '#db/seed/decide'
import { seedReference } from '#db/seed/reference'
import type { Store } from '#db/store'
import { openTestStore } from '#db/testing'
import { draftsOn, T0 } from '#db/testing-drafts'
import { UNDO_MS } from '#lib/collection/application'
import { newId } from '#lib/protect/ids'
import { ask, PER_HOUR } from './ask.ts'

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
const later = (ms: number, from = T0) => new Date(from.getTime() + ms)
const told = (code: string, at: Date, from = newId()) => ask(store, code, from, at)

/** Somebody whose first collection was approved at T0. */
async function approved(): Promise<{ by: Acting; code: string }> {
  const { by } = await drafts.submitted()
  await approve(store, { ...by.person }, REVIEWER, T0)
  return { by, code: await newestCode(by) }
}
async function newestCode(by: Acting): Promise<string> {
  const [version] = await listRecordVersions(store.read, by.person.id)
  return version?.verifyCode ?? ''
}
async function changed(by: Acting, at: Date): Promise<string> {
  const acting = { ...by, now: at }
  await store.write((tx) => startChange(tx, acting, { parts: ['remarks'], consented: true }))
  await drafts.submit(acting)
  await approve(store, { ...by.person }, REVIEWER, at)
  return newestCode(by)
}

describe('the code of a printed sheet', () => {
  it.each([
    ['at once', 0, 'unknown'],
    ['while it can still be undone', UNDO_MS, 'unknown'],
    ['from then on', UNDO_MS + 1, 'inForce'],
    ['a year later', 365 * 86_400_000, 'inForce'],
  ])('tells of an approval %s', async (_, after, is) => {
    const { code } = await approved()
    expect(await told(code, later(after))).toMatchObject({ is })
  })

  it('tells state, date and office, nothing else, however it is typed', async () => {
    const { code } = await approved()
    expect(await told(code.replaceAll('-', '').toLowerCase(), later(UNDO_MS + 1))).toEqual({
      is: 'inForce',
      approvedOn: '2026-07-01',
      office: '金水区财政局',
    })
  })

  it.each(['ACDE-FGHJ-3467', 'x', 'HN20260701ACDEFGH'])('does not know %s', async (code) => {
    expect(await told(code, T0)).toEqual({ is: 'unknown' })
  })

  it('stays in force until the next approval can no longer be undone', async () => {
    const { by, code } = await approved()
    const day = later(86_400_000)
    const next = await changed(by, day)
    expect(next).not.toBe(code)
    expect(await told(code, later(UNDO_MS, day))).toMatchObject({ is: 'inForce' })
    expect(await told(next, later(UNDO_MS, day))).toEqual({ is: 'unknown' })
    expect(await told(code, later(UNDO_MS + 1, day))).toMatchObject({ is: 'superseded' })
    expect(await told(next, later(UNDO_MS + 1, day))).toMatchObject({ is: 'inForce' })
  })

  it('never tells of an approval that was undone', async () => {
    const { by, code } = await approved()
    const day = later(86_400_000)
    const next = await changed(by, day)
    const [version] = await listRecordVersions(store.read, by.person.id)
    const id = version?.applicationId ?? ''
    const at = later(60_000, day)
    const desk = { reviewer: REVIEWER, reviewIds: ['410105'], officeIds: ['410105'], now: at }
    await store.write((tx) => undoDecisionOf(tx, desk, { id, version: 4 }))
    expect((await findOpenApplication(store.read, by.person.id))?.status).toBe('submitted')
    expect(await told(code, later(86_400_000, day))).toMatchObject({ is: 'inForce' })
    expect(await told(next, later(86_400_000, day))).toEqual({ is: 'unknown' })
  })

  it('is asked at a pace, each address its own', async () => {
    const { code } = await approved()
    const at = later(UNDO_MS + 1)
    for (let n = 1; n <= PER_HOUR; n++) {
      expect((await told('ACDE-FGHJ-3467', at, 'one')).is).toBe('unknown')
    }
    expect(await told(code, at, 'one')).toEqual({ is: 'paced' })
    expect((await told(code, at, 'another')).is).toBe('inForce')
    expect((await told(code, later(3_600_000, at), 'one')).is).toBe('inForce')
  })
})
