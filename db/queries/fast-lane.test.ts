import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { today } from '#lib/clock'
import { keyring } from '#lib/protect/current'
import { isHeldBack } from '#lib/review/sample'
import { applications, decisions, events, offices } from '../schema.ts'
import { sendBack } from '../seed/decide.ts'
import { seedReference } from '../seed/reference.ts'
import type { Store } from '../store.ts'
import { openTestStore } from '../testing.ts'
import { draftsOn, EMPLOYED, posted, T0 } from '../testing-drafts.ts'
import { approveInLane, cleanSheet, fastOffices } from './fast-lane.ts'
import { claimApplication, type Reviewing } from './review.ts'
import { undoDecisionOf } from './review-decide.ts'
import { saveAnswers } from './saving.ts'

let store: Store
let drafts: ReturnType<typeof draftsOn>
let remove: () => Promise<void>
let reviewer: string
let colleague: string
const OFFICE = '410105'
const DAY = today(T0)
/** A short sheet, so that a few applications take several. */
const SIZE = 4

beforeAll(async () => {
  ;({ store, remove } = await openTestStore())
  await seedReference(store, T0)
  drafts = draftsOn(store)
  reviewer = (await drafts.someone('周敏')).person.id
  colleague = (await drafts.someone('吴刚')).person.id
})
afterAll(() => remove())
const allow = (fastLane: boolean) =>
  store.write(async (tx) => void (await tx.update(offices).set({ fastLane }).where(eq(offices.id, OFFICE))))
beforeEach(() => allow(true))

const by = (who = reviewer, minutes = 0): Reviewing => ({
  reviewer: who,
  reviewIds: [OFFICE],
  officeIds: [OFFICE],
  now: new Date(T0.getTime() + minutes * 60_000),
})
/** Waits, nothing was noticed, and today's draw does or does not hold it back. */
async function waiting(heldBack: boolean) {
  for (;;) {
    const draft = await drafts.submitted()
    if (isHeldBack(keyring(), draft.applicationId, DAY) === heldBack) return draft
  }
}
const rowOf = async (id: string) => {
  const [row] = await store.read.select().from(applications).where(eq(applications.id, id))
  if (!row) throw new Error('gone')
  return row
}
const approve = async (id: string, who = reviewer) => {
  const { version } = await rowOf(id)
  return store.write((tx) => approveInLane(tx, by(who), { id, version }))
}
async function everySheet(offices: readonly string[], who = reviewer) {
  const files: string[] = []
  const held: string[] = []
  let after: Awaited<ReturnType<typeof cleanSheet>>['next']
  do {
    const sheet = await cleanSheet(store.read, offices, by(who), after, SIZE)
    expect(sheet.files.length + sheet.heldBack.length).toBeLessThanOrEqual(SIZE)
    files.push(...sheet.files.map(({ row }) => row.id))
    held.push(...sheet.heldBack.map(({ id }) => id))
    after = sheet.next
  } while (after)
  return { files, held }
}

describe('the sheet', () => {
  it('shows what is clean once, and what is held back beside it, over as many pages as it takes', async () => {
    const clean = await waiting(false)
    const drawn = await waiting(true)
    for (let n = 0; n < SIZE; n++) await drafts.submitted()
    const { files, held } = await everySheet([OFFICE])
    expect(files).toContain(clean.applicationId)
    expect(held).toContain(drawn.applicationId)
    expect(new Set([...files, ...held]).size).toBe(files.length + held.length)
    expect(files.filter((id) => isHeldBack(keyring(), id, DAY))).toEqual([])
    expect(files.length + held.length).toBeGreaterThan(SIZE)
  })

  it('leaves what was noticed, resubmitted, drafted, claimed by a colleague, foreign or one’s own', async () => {
    const flagged = await drafts.ready()
    await store.write((tx) =>
      saveAnswers(
        tx,
        flagged.by,
        'employment',
        posted('employment', { ...EMPLOYED, unitNature: 'government' }),
      ),
    )
    await drafts.submit(flagged.by)
    expect((await rowOf(flagged.applicationId)).flags).toBe('rule')
    const again = await waiting(false)
    await sendBack(store, again.by.person, reviewer, ['RR01'], [], T0)
    await drafts.submit(again.by)
    const draft = await drafts.ready()
    const claimed = await waiting(false)
    const { version } = await rowOf(claimed.applicationId)
    await store.write((tx) => claimApplication(tx, by(colleague), { id: claimed.applicationId, version }))
    const foreign = await drafts.submitted({ officeId: '411302' })
    const own = await waiting(false)
    const { files, held } = await everySheet([OFFICE], own.by.person.id)
    for (const { applicationId } of [flagged, again, draft, claimed, foreign, own]) {
      expect([...files, ...held]).not.toContain(applicationId)
    }
    expect((await everySheet([OFFICE], colleague)).files).toContain(claimed.applicationId)
  })

  it('is open to offices that may alone', async () => {
    expect(await fastOffices(store.read, [OFFICE, '411302'])).toEqual([OFFICE])
    await allow(false)
    expect(await fastOffices(store.read, [OFFICE])).toEqual([])
    expect(await fastOffices(store.read, [])).toEqual([])
  })
})

describe('approving in the lane', () => {
  it('claims, approves and writes both down, without showing the numbers; it can be undone', async () => {
    const { applicationId: id } = await waiting(false)
    expect(await approve(id)).toBeUndefined()
    const told = await store.read.select().from(events).where(eq(events.applicationId, id))
    const mine = told.filter(({ actorId }) => actorId === reviewer)
    expect(mine.map(({ verb, facts }) => `${verb} ${facts}`)).toEqual([
      'claim {"lane":"fast"}',
      'approve {"lane":"fast"}',
    ])
    const seen = { id, version: (await rowOf(id)).version }
    await store.write((tx) => undoDecisionOf(tx, by(reviewer, 9), seen))
    expect((await rowOf(id)).status).toBe('submitted')
  })

  it.each([
    ['closed', (id: string) => allow(false).then(() => id)],
    ['heldBack', async () => (await waiting(true)).applicationId],
    ['changed', async () => (await drafts.ready()).applicationId],
    ['changed', async () => (await drafts.submitted({ officeId: '411302' })).applicationId],
  ] as const)('is refused as %s', async (refusal, made) => {
    const { applicationId } = await waiting(false)
    const id = await made(applicationId)
    expect(await approve(id)).toBe(refusal)
    const kept = await store.read.select().from(decisions).where(eq(decisions.applicationId, id))
    expect(kept).toEqual([])
  })

  it('is refused for an old version, one’s own, and what a colleague holds', async () => {
    const { applicationId: id, by: applicant } = await waiting(false)
    const old = store.write((tx) => approveInLane(tx, by(), { id, version: 1 }))
    expect(await old).toBe('changed')
    await expect(approve(id, applicant.person.id)).rejects.toMatchObject({ code: 'ownRecord' })
    const { version } = await rowOf(id)
    await store.write((tx) => claimApplication(tx, by(colleague), { id, version }))
    await expect(approve(id)).rejects.toMatchObject({ code: 'claimedByOther' })
  })

  it('looks again: what is noticed after the submission takes it out of the lane', async () => {
    const holder = async (cpaCertNo: string, officeId?: string) => {
      const draft = await drafts.ready(undefined, officeId)
      const answers = posted('employment', { ...EMPLOYED, cpa: 'held', cpaCertNo })
      await store.write((tx) => saveAnswers(tx, draft.by, 'employment', answers))
      await drafts.submit(draft.by)
      return draft.applicationId
    }
    let number = 410100000000
    let id = ''
    do id = await holder(String(++number))
    while (isHeldBack(keyring(), id, DAY))
    expect((await everySheet([OFFICE])).files).toContain(id)
    await holder(String(number), '411302')
    expect((await everySheet([OFFICE])).files).not.toContain(id)
    expect(await approve(id)).toBe('attention')
    expect(await rowOf(id)).toMatchObject({ status: 'submitted', flags: 'number', claimHolder: null })
  })
})
