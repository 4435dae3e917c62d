import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stepOf } from '#lib/collection/steps/index'
import { newId } from '#lib/protect/ids'
import {
  applications,
  draftPictures,
  draftSteps,
  events,
  people,
  queueCounts,
  submissions,
} from '../schema.ts'
import { approve, sendBack } from '../seed/decide.ts'
import { seedReference } from '../seed/reference.ts'
import type { Store } from '../store.ts'
import { openTestStore } from '../testing.ts'
import { draftsOn, EMPLOYED, photograph, posted, SCOPE, T0 } from '../testing-drafts.ts'
import {
  type Acting,
  discardApplication,
  startChange,
  submitApplication,
  withdrawApplication,
} from './collect.ts'
import { findOfficeDocument, findOwnDocument } from './documents.ts'
import { findWorkspace } from './own.ts'
import { freeReceiptNumber } from './receipts.ts'
import { findRecordInForce } from './records.ts'
import { type Posted, removeListEntry, saveAnswers, saveListEntry, saveScope } from './saving.ts'

let store: Store
let someone: ReturnType<typeof draftsOn>['someone']
let started: ReturnType<typeof draftsOn>['started']
let ready: ReturnType<typeof draftsOn>['ready']
let submitted: ReturnType<typeof draftsOn>['submitted']
let remove: () => Promise<void>
beforeAll(async () => {
  ;({ store, remove } = await openTestStore())
  await seedReference(store, T0)
  ;({ someone, started, ready, submitted } = draftsOn(store))
})
afterAll(() => remove())

const statusOf = async (by: Acting) => (await findWorkspace(store.read, by.person, T0))?.row.status

/** Counters equal counts, always. */
async function countersHold(): Promise<void> {
  const counted = await store.read
    .select({
      officeId: applications.officeId,
      status: applications.status,
      kind: applications.kind,
      n: sql<number>`count(*)`,
    })
    .from(applications)
    .groupBy(applications.officeId, applications.status, applications.kind)
  const kept = (await store.read.select().from(queueCounts)).filter((c) => c.n !== 0)
  const line = (c: { officeId: string; status: string; kind: string; n: number }) =>
    `${c.officeId} ${c.status} ${c.kind} ${c.n}`
  expect(kept.map(line).sort()).toEqual(counted.map(line).sort())
}

describe('a first collection', () => {
  it('starts once; a second start is refused', async () => {
    const by = await someone()
    await started(by)
    await expect(started(by)).rejects.toMatchObject({ code: 'applicationOpen' })
    await countersHold()
  })

  it('keeps what was typed, right or wrong, and reads it back', async () => {
    const by = await someone()
    await started(by)
    const wrong = posted('employment', { ...EMPLOYED, uscc: 'NOT A CODE' })
    await store.write((tx) => saveAnswers(tx, by, 'employment', wrong))
    const work = await findWorkspace(store.read, by.person, T0)
    expect(work?.draft.steps.employment?.uscc).toEqual(['NOT A CODE'])
    expect(work?.row).toMatchObject({ unitName: '河南示例有限公司', revision: 2, version: 1 })
  })

  it('gets a receipt number that nobody has, however often chance gives one twice', async () => {
    const { by } = await submitted()
    const taken = (await findWorkspace(store.read, by.person, T0))?.row.receiptNumber ?? ''
    const draws = [taken, taken, 'HN20260701AAAAAAA']
    const number = await store.write((tx) => freeReceiptNumber(tx, '2026-07-01', () => draws.shift() ?? ''))
    expect(number).toBe('HN20260701AAAAAAA')
    expect(draws).toEqual([])
  })

  it('is submitted as it was shown: snapshot, receipt, frozen years (D6), counters', async () => {
    const { by, applicationId, photo } = await ready()
    const work = await findWorkspace(store.read, by.person, T0)
    expect(work?.reading.issues).toEqual([])
    const revision = work?.row.revision ?? 0
    const press = (r: number, declared = true) =>
      store.write((tx) => submitApplication(tx, by, { revision: r, declared }))
    await expect(press(revision - 1)).rejects.toMatchObject({ code: 'stale' })
    await expect(press(revision, false)).rejects.toMatchObject({ code: 'declarationMissing' })
    expect((await press(revision)).dropped).toHaveLength(1)
    const after = await findWorkspace(store.read, by.person, T0)
    expect(after?.row).toMatchObject({ status: 'submitted', submissions: 1, version: 2 })
    expect(after?.row.receiptNumber).toMatch(/^HN20260701/)
    // Case 58: the second press answers with the one that exists.
    expect(await press(revision)).toEqual({ applicationId, already: true, dropped: [] })
    const rows = await store.read
      .select()
      .from(submissions)
      .where(eq(submissions.applicationId, applicationId))
    expect(rows).toHaveLength(1)
    // A reviewer of several offices looks on behalf of the one in charge.
    expect(await findOfficeDocument(store.read, ['410103', '410105'], photo)).toMatchObject({
      officeId: '410105',
    })
    await countersHold()
  })

  it('cannot be changed while it waits (case 58)', async () => {
    const { by } = await submitted()
    await expect(
      store.write((tx) => saveAnswers(tx, by, 'personal', posted('personal', { ethnicity: '02' }))),
    ).rejects.toMatchObject({ code: 'notOpen' })
  })

  it('refuses to be submitted with anything missing', async () => {
    const by = await someone()
    await started(by)
    await expect(
      store.write((tx) => submitApplication(tx, by, { revision: 1, declared: true })),
    ).rejects.toMatchObject({ code: 'blocked' })
  })

  it('is withdrawn to a draft and submitted again as number two', async () => {
    const { by, applicationId, photo } = await submitted()
    await store.write((tx) => withdrawApplication(tx, by, 2))
    expect(await statusOf(by)).toBe('draft')
    expect(await findOfficeDocument(store.read, ['410105'], photo)).toBeUndefined()
    const work = await findWorkspace(store.read, by.person, T0)
    await store.write((tx) =>
      submitApplication(tx, by, { revision: work?.row.revision ?? 0, declared: true }),
    )
    const rows = await store.read
      .select()
      .from(submissions)
      .where(eq(submissions.applicationId, applicationId))
    expect(rows.map((r) => r.n).sort()).toEqual([1, 2])
    await countersHold()
  })

  it('is discarded with everything in it; only its event stays', async () => {
    const { by, applicationId, photo } = await ready()
    const keys = await store.write((tx) => discardApplication(tx, by))
    expect(keys).toHaveLength(2)
    expect(await findWorkspace(store.read, by.person, T0)).toBeUndefined()
    expect(await findOwnDocument(store.read, by.person.id, photo)).toBeUndefined()
    for (const table of [draftSteps, draftPictures]) {
      expect(await store.read.select().from(table).where(eq(table.applicationId, applicationId))).toEqual([])
    }
    const told = await store.read
      .select()
      .from(events)
      .where(and(eq(events.applicationId, applicationId), eq(events.verb, 'discard')))
    expect(told).toHaveLength(1)
    await countersHold()
  })

  it('goes to the office of the county when the county changes', async () => {
    const { by } = await ready()
    const moved = posted('scope', { ...SCOPE, collectionDivisionCode: '411302' })
    await store.write((tx) => saveScope(tx, by, moved, '411302'))
    const work = await findWorkspace(store.read, by.person, T0)
    expect(work?.row.officeId).toBe('411302')
    await countersHold()
  })
})

describe('two tabs and two devices (house 4.8)', () => {
  it('another session’s unseen value is never overwritten; the same session’s last write wins', async () => {
    const { shownMark } = await import('#lib/collection/stale')
    const { controlNames } = await import('#lib/collection/parse')
    const by = await someone()
    await started(by)
    const names = controlNames(stepOf('personal'))
    const form = (ethnicity: string, shown: Record<string, string[]>, version: number): Posted => ({
      pairs: [
        ['ethnicity', ethnicity],
        ['politicalStatus', '13'],
      ],
      version,
      shown: shownMark(shown, names),
    })
    const save = (as: Acting, p: Posted) => store.write((tx) => saveAnswers(tx, as, 'personal', p))
    const phone = { ...by, session: 's2' }
    expect((await save(by, form('01', {}, 0))).outcome).toBe('saved')
    expect(await save(phone, form('02', {}, 0))).toEqual({ outcome: 'stale', controls: ['ethnicity'] })
    expect((await findWorkspace(store.read, by.person, T0))?.draft.steps.personal?.ethnicity).toEqual(['01'])
    expect((await save(by, form('03', {}, 0))).outcome).toBe('saved')
    // The phone has now seen the form with 03 and may save.
    expect((await save(phone, form('02', { ethnicity: ['03'], politicalStatus: ['13'] }, 2))).outcome).toBe(
      'saved',
    )
  })
})

describe('entries of a list', () => {
  it('are added once however often the form is pressed, changed and removed', async () => {
    const by = await someone()
    await started(by)
    const fresh = newId()
    const p: Posted = { pairs: [['text', '改过名']], version: 0, shown: '' }
    const add = () => store.write((tx) => saveListEntry(tx, by, 'remarks', undefined, fresh, p))
    expect(await add()).toMatchObject({ outcome: 'saved', id: fresh, version: 1 })
    expect(await add()).toMatchObject({ outcome: 'saved', id: fresh, version: 2 })
    const entries = async () => (await findWorkspace(store.read, by.person, T0))?.draft.entries ?? []
    expect(await entries()).toHaveLength(1)
    await store.write((tx) => removeListEntry(tx, by, 'remarks', fresh))
    expect(await entries()).toEqual([])
    await expect(store.write((tx) => saveListEntry(tx, by, 'remarks', fresh, '', p))).rejects.toMatchObject({
      code: 'notOpen',
    })
  })
})

describe('after the decision', () => {
  it('a return opens what was commented, ignores the rest, and is mended', async () => {
    const { by } = await submitted()
    const reviewer = (await someone()).person.id
    await sendBack(store, by.person, reviewer, ['RR01'], [{ key: 'personal.photo', text: '底色不对' }], T0)
    const work = await findWorkspace(store.read, by.person, T0)
    expect(work?.comments).toMatchObject([{ key: 'personal.photo', text: '底色不对', mended: false }])
    expect(work?.tasks.find((t) => t.id === 'personal')?.status).toBe('fix')
    const closed = await store.write((tx) =>
      saveAnswers(tx, by, 'education', posted('education', { ftEducation: '61', ptEducation: '00' })),
    )
    expect(closed).toEqual({ outcome: 'closed' })
    expect((await findWorkspace(store.read, by.person, T0))?.draft.steps.education?.ftEducation).toEqual([
      '70',
    ])
    await store.write((tx) => photograph(tx, by, work?.row.id ?? ''))
    const mended = await findWorkspace(store.read, by.person, T0)
    expect(mended?.comments[0]?.mended).toBe(true)
    expect(mended?.tasks.find((t) => t.id === 'personal')?.status).toBe('done')
    await countersHold()
  })

  it('an approved record stays in force while its change waits; identity is not asked again', async () => {
    const { by, photo } = await submitted()
    const reviewer = (await someone()).person.id
    await approve(store, by.person, reviewer, T0)
    const first = await findRecordInForce(store.read, by.person.id)
    expect(first?.version).toBe(1)
    await expect(started(by)).rejects.toMatchObject({ code: 'recordExists' })
    await store.write((tx) => startChange(tx, by, { parts: ['employment'], consented: true }))
    const work = await findWorkspace(store.read, by.person, T0)
    expect(work?.row).toMatchObject({ kind: 'change', status: 'draft' })
    expect(work?.draft.steps.employment?.accountingYears).toEqual(['10'])
    expect(work?.reading.issues).toEqual([])
    expect(work?.opening.parts).toContain('employment')
    expect(work?.opening.parts).not.toContain('personal')
    expect(work?.draft.pictures.personal?.photo?.documentId).toBe(photo)
    await store.write((tx) =>
      saveAnswers(tx, by, 'employment', posted('employment', { ...EMPLOYED, unitName: '新单位' })),
    )
    const changed = await findWorkspace(store.read, by.person, T0)
    await store.write((tx) =>
      submitApplication(tx, by, { revision: changed?.row.revision ?? 0, declared: true }),
    )
    expect((await findRecordInForce(store.read, by.person.id))?.version).toBe(1)
    await approve(store, by.person, reviewer, T0)
    const second = await findRecordInForce(store.read, by.person.id)
    expect(second?.version).toBe(2)
    await countersHold()
  })

  it('a discarded change leaves the record and its pictures alone', async () => {
    const { by, photo } = await submitted()
    await approve(store, by.person, (await someone()).person.id, T0)
    await store.write((tx) => startChange(tx, by, { parts: ['personal'], consented: true }))
    await store.write((tx) => discardApplication(tx, by))
    expect(await findRecordInForce(store.read, by.person.id)).toBeDefined()
    expect(await findOwnDocument(store.read, by.person.id, photo)).toBeDefined()
  })
})

describe('nobody sees another’s', () => {
  it('a picture is there for its owner and the office in charge alone', async () => {
    const { photo } = await submitted()
    const other = await someone()
    expect(await findOwnDocument(store.read, other.person.id, photo)).toBeUndefined()
    expect(await findOfficeDocument(store.read, ['411302'], photo)).toBeUndefined()
    expect(await findOfficeDocument(store.read, [], photo)).toBeUndefined()
  })

  it('names, numbers and answers do not lie in the file in clear', async () => {
    const { by } = await submitted()
    const [row] = await store.read.select().from(people).where(eq(people.id, by.person.id))
    expect(JSON.stringify(row)).not.toContain(by.person.idNumber)
    expect(JSON.stringify(row)).not.toContain(by.person.mobile)
    const [snapshot] = await store.read.select().from(submissions)
    expect(snapshot?.sealed.includes('示例路')).toBe(false)
  })
})
