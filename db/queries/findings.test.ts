import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answers } from '#lib/collection/field'
import { newId } from '#lib/protect/ids'
import { applications, documents, numberMarks, submissionDocuments } from '../schema.ts'
import { approve } from '../seed/decide.ts'
import { seedReference } from '../seed/reference.ts'
import type { Store } from '../store.ts'
import { openTestStore } from '../testing.ts'
import { draftsOn, EMPLOYED, posted, T0 } from '../testing-drafts.ts'
import { findOpenApplication } from './applications.ts'
import { type Acting, discardApplication, startChange, withdrawApplication } from './collect.ts'
import { attentionOf, findFindings } from './findings.ts'
import { registerPerson } from './people.ts'
import { saveAnswers } from './saving.ts'
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

/** A unit of one's own, so that no test finds another's. */
const UNIT_A = { uscc: '91410105MA0FARM17R', unitName: '河南甲示例有限公司' }
const UNIT_B = { uscc: '91410105MA0FARM25L', unitName: '河南乙示例有限公司' }

async function submitted(unit: Answers, options: { name?: string; officeId?: string } = {}) {
  const draft = await drafts.ready(options.name, options.officeId)
  const answers = posted('employment', { ...EMPLOYED, ...unit })
  await store.write((tx) => saveAnswers(tx, { ...draft.by, session: 's1' }, 'employment', answers))
  await drafts.submit(draft.by)
  return draft
}

async function findingsOf(by: Acting) {
  const row = await findOpenApplication(store.read, by.person.id)
  const submission = row && (await findLatestSubmission(store.read, row.id))
  if (!row || !submission) throw new Error('nothing submitted')
  const findings = await findFindings(store.read, row, submission.n, submission.snapshot)
  return { row, findings, codes: attentionOf(submission.snapshot, findings) }
}

describe('what other files tell', () => {
  it('is nothing for a file that shares nothing', async () => {
    const { by } = await submitted(UNIT_B)
    const { row, codes } = await findingsOf(by)
    expect(codes).toEqual([])
    expect(row.flags).toBe('')
  })

  it('says how most others call the unit, to the one who calls it otherwise', async () => {
    await submitted(UNIT_A)
    await submitted({ ...UNIT_A, unitName: '河南甲示例 有限公司' })
    const odd = await submitted({ ...UNIT_A, unitName: '甲公司' })
    const found = await findingsOf(odd.by)
    expect(found.findings.unitNames).toEqual([{ name: UNIT_A.unitName, n: 2 }])
    expect(found.row.flags.split(',')).toContain('unitName')
    // One odd name among many says nothing about those who agree.
    const usual = await submitted(UNIT_A)
    expect((await findingsOf(usual.by)).codes).toEqual([])
  })

  it('finds the same certificate number, wherever it was submitted', async () => {
    const holder = (cpaCertNo: string) => ({ ...UNIT_B, cpa: 'held', cpaCertNo })
    const one = await submitted(holder('4101 0000-0001'), { name: '甲', officeId: '411302' })
    const two = await submitted(holder('410100000001'))
    const { findings, row } = await findingsOf(two.by)
    expect([...findings.numbers]).toEqual([
      ['employment.cpaCertNo', [{ applicationId: one.applicationId, officeId: '411302', name: '甲' }]],
    ])
    expect(row.flags).toBe('number')
    // The first was clean when it was submitted; who opens it now is told.
    const first = await findingsOf(one.by)
    expect(first.row.flags).toBe('')
    expect(first.codes).toEqual(['number'])
    const three = await submitted(holder('410100000002'))
    expect((await findingsOf(three.by)).codes).toEqual([])
  })

  it('keeps no number that can be read', async () => {
    const rows = await store.read.select().from(numberMarks)
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toMatch(/410100000001|91410105MA0/)
  })

  it('finds a picture of somebody else’s, also in another county', async () => {
    const mine = await submitted(UNIT_B)
    const other = await submitted(UNIT_B, { name: '别人', officeId: '411302' })
    const [photo] = await store.read.select().from(documents).where(eq(documents.id, mine.photo))
    const theirs = await findLatestSubmission(store.read, other.applicationId)
    if (!photo || !theirs) throw new Error('no photo')
    const copy = { ...photo, id: newId(), blobKey: newId(), personId: other.by.person.id }
    await store.write(async (tx) => {
      await tx.insert(documents).values(copy)
      await tx.insert(submissionDocuments).values({ submissionId: theirs.id, documentId: copy.id })
    })
    const { findings, codes } = await findingsOf(mine.by)
    expect([...findings.pictures.values()].flat().map(({ officeId }) => officeId)).toEqual(['411302'])
    expect(codes).toEqual(['picture'])
  })

  it('finds the same number under another type of document, once that was handed in', async () => {
    const { by } = await submitted(UNIT_B)
    const details = { ...by.person, idType: '414', mobile: '13900009999' }
    const { personId } = await store.write((tx) => registerPerson(tx, details, T0))
    expect((await findingsOf(by)).codes).toEqual([])
    const row = await findOpenApplication(store.read, by.person.id)
    if (!row) throw new Error('gone')
    const twin = { ...row, id: newId(), personId, receiptNumber: null }
    await store.write(async (tx) => void (await tx.insert(applications).values(twin)))
    const { findings, codes } = await findingsOf(by)
    expect(findings.identity.map(({ applicationId }) => applicationId)).toEqual([twin.id])
    expect(codes).toEqual(['identity'])
    await store.write(async (tx) => void (await tx.delete(applications).where(eq(applications.id, twin.id))))
  })

  it('says that the name is another than in the record', async () => {
    const { by } = await submitted(UNIT_B, { name: '旧名' })
    const reviewer = (await drafts.someone()).person.id
    await approve(store, by.person, reviewer, T0)
    const renamed = { ...by, person: { ...by.person, name: '新名' }, now: new Date(T0.getTime() + 60_000) }
    await store.write((tx) => startChange(tx, renamed, { parts: ['employment'], consented: true }))
    await drafts.submit(renamed)
    const { findings, row } = await findingsOf(by)
    expect(findings.previousName).toBe('旧名')
    expect(row.flags.split(',')).toContain('name')
  })

  it('goes with what is withdrawn and with what is discarded', async () => {
    const first = await submitted(UNIT_A)
    const odd = await submitted({ ...UNIT_A, unitName: '甲公司' })
    const before = (await findingsOf(odd.by)).findings.unitNames[0]?.n ?? 0
    const row = await findOpenApplication(store.read, first.by.person.id)
    await store.write((tx) => withdrawApplication(tx, first.by, row?.version ?? 0))
    expect((await findingsOf(odd.by)).findings.unitNames[0]?.n).toBe(before - 1)
    await store.write((tx) => discardApplication(tx, first.by))
    const left = await store.read
      .select()
      .from(numberMarks)
      .where(and(eq(numberMarks.applicationId, first.applicationId)))
    expect(left).toEqual([])
  })
})
