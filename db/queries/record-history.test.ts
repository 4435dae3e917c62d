import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { UNDO_MS } from '#lib/collection/application'
import { newId } from '#lib/protect/ids'
import { approve, sendBack } from '../seed/decide.ts'
import { seedReference } from '../seed/reference.ts'
import type { Store } from '../store.ts'
import { openTestStore } from '../testing.ts'
import { draftsOn, T0 } from '../testing-drafts.ts'
import { listAccess } from './access.ts'
import { findOpenApplication } from './applications.ts'
import { startChange } from './collect.ts'
import { recordEvent } from './events.ts'
import { countAhead } from './queue-place.ts'
import { findNextVersion, listRecordVersions } from './record-history.ts'
import { findRecordInForce } from './records.ts'
import { undoDecisionOf } from './review-decide.ts'

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
const later = (ms: number) => new Date(T0.getTime() + ms)

describe('the versions of a record', () => {
  it('are newest first, one in force, each with its matter, number and office', async () => {
    const { by } = await drafts.submitted()
    await approve(store, { ...by.person }, REVIEWER, T0)
    const change = { ...by, now: later(86_400_000) }
    await store.write((tx) => startChange(tx, change, { parts: ['remarks'], consented: true }))
    await drafts.submit(change)
    await approve(store, { ...by.person }, REVIEWER, change.now)
    const versions = await listRecordVersions(store.read, by.person.id)
    expect(versions.map((v) => [v.version, v.inForce, v.kind, v.office])).toEqual([
      [2, true, 'change', '金水区财政局'],
      [1, false, 'first', '金水区财政局'],
    ])
    expect(versions[0]?.approvedAt).toEqual(change.now)
    for (const { receiptNumber } of versions) expect(receiptNumber).toMatch(/^HN2026070[12]/)
    expect(new Set(versions.map((v) => v.receiptNumber)).size).toBe(2)
  })

  it('are followed one by one', async () => {
    const { by } = await drafts.submitted()
    await approve(store, { ...by.person }, REVIEWER, T0)
    const record = await findRecordInForce(store.read, by.person.id)
    if (!record) throw new Error('no record')
    expect(await findNextVersion(store.read, record)).toBeUndefined()
    expect((await findNextVersion(store.read, { ...record, version: 0 }))?.id).toBe(record.id)
    expect(await findNextVersion(store.read, { personId: newId(), version: 0 })).toBeUndefined()
  })

  it('are nobody else’s', async () => {
    expect(await listRecordVersions(store.read, newId())).toEqual([])
  })
})

describe('who looked', () => {
  it('tells claim, reveal and decision by office, newest first, and stops at the limit', async () => {
    const { by } = await drafts.submitted()
    await sendBack(store, by.person, REVIEWER, ['RR02'], [], T0)
    const seen = await listAccess(store.read, by.person.id, 10)
    expect(seen).toEqual([
      { at: T0, verb: 'return', office: '金水区财政局' },
      { at: T0, verb: 'reveal', office: '金水区财政局' },
      { at: T0, verb: 'claim', office: '金水区财政局' },
    ])
    expect(await listAccess(store.read, by.person.id, 1)).toEqual(seen.slice(0, 1))
  })

  it('tells of pictures and undone decisions, not of what the person did, and of nobody else', async () => {
    const { by, applicationId } = await drafts.submitted()
    const other = await drafts.someone()
    const looked = { at: T0, actorId: REVIEWER, role: 'reviewer' as const, verb: 'documentViewed' }
    await store.write(async (tx) => {
      await recordEvent(tx, { ...looked, personId: by.person.id, officeId: '410105' })
      await recordEvent(tx, { ...looked, personId: by.person.id, actorId: by.person.id })
      await recordEvent(tx, { ...looked, personId: by.person.id, verb: 'signIn' })
    })
    await approve(store, { ...by.person }, REVIEWER, T0)
    const desk = {
      reviewer: REVIEWER,
      reviewIds: ['410105'],
      officeIds: ['410105'],
      now: later(UNDO_MS - 1),
    }
    await store.write((tx) => undoDecisionOf(tx, desk, { id: applicationId, version: 4 }))
    const verbs = (await listAccess(store.read, by.person.id, 10)).map((look) => look.verb)
    expect(verbs).toEqual(['undo', 'approve', 'reveal', 'claim', 'documentViewed'])
    expect(await listAccess(store.read, other.person.id, 10)).toEqual([])
  })
})

describe('the place in the queue', () => {
  it('counts who waits longer at the same office, up to a limit', async () => {
    const office = '411302'
    const at = async (ms: number, officeId = office) => {
      const { by } = await drafts.submitted({ officeId, at: later(ms) })
      const row = await findOpenApplication(store.read, by.person.id)
      if (!row) throw new Error('not submitted')
      return { by, row }
    }
    const third = await at(3)
    const first = await at(1)
    const second = await at(2)
    await at(0, '410102')
    const ahead = ({ row }: typeof first, most = 9) => countAhead(store.read, row, most)
    expect([await ahead(first), await ahead(second), await ahead(third)]).toEqual([0, 1, 2])
    expect(await ahead(third, 1)).toBe(1)
    await sendBack(store, first.by.person, REVIEWER, ['RR02'], [], later(10), office)
    expect(await ahead(third)).toBe(1)
  })
})
