import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Acting, startChange } from '#db/queries/collect'
import { currentNotice, recordConsents } from '#db/queries/notices'
import { approve, sendBack } from '#db/seed/decide'
import { seedReference } from '#db/seed/reference'
import type { Store } from '#db/store'
import { openTestStore } from '#db/testing'
import { draftsOn, T0 } from '#db/testing-drafts'
import { newId } from '#lib/protect/ids'
import { ownData } from './own-data.ts'

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
const dataOf = (by: Acting) => ownData(store.read, { ...by.person }, T0)

describe('one’s own data', () => {
  it('of somebody new is who they are', async () => {
    const by = await drafts.someone()
    const { name, idType, idNumber, mobile } = by.person
    expect(await dataOf(by)).toMatchObject({
      person: { name, idType, idNumber, mobile },
      record: [],
      open: null,
      consents: [],
      access: [],
    })
  })

  it('holds the draft as typed, and what was said on it', async () => {
    const { by } = await drafts.submitted()
    const comment = { key: 'employment.unitName', text: '请写单位全称' }
    await sendBack(store, by.person, REVIEWER, ['RR08'], [comment], T0)
    const { open } = await dataOf(by)
    expect(open).toMatchObject({ status: 'returned', kind: 'first', office: '金水区财政局' })
    expect(open?.answers.steps.employment?.unitName).toEqual(['河南示例有限公司'])
    expect(open?.rows.flatMap((g) => g.rows)).toContainEqual({
      key: 'employment.unitName',
      label: '工作单位名称',
      text: '河南示例有限公司',
    })
    expect(open?.decisions).toEqual([
      { decision: 'return', decidedAt: T0, codes: ['RR08'], text: '', comments: [{ ...comment, reply: '' }] },
    ])
  })

  it('holds every approved version with its decision, and the open change beside them', async () => {
    const { by } = await drafts.submitted()
    await store.write(async (tx) => recordConsents(tx, by.person.id, await currentNotice(tx), T0))
    await approve(store, { ...by.person }, REVIEWER, T0)
    await store.write((tx) => startChange(tx, by, { parts: ['remarks'], consented: true }))
    const { record, open, consents, access } = await dataOf(by)
    expect(record.map((v) => [v.version, v.inForce, v.decisions.map((d) => d.decision)])).toEqual([
      [1, true, ['approve']],
    ])
    expect(record[0]?.answers?.employment.unitName).toBe('河南示例有限公司')
    expect(open).toMatchObject({ kind: 'change', status: 'draft', submittedAt: null, decisions: [] })
    expect(consents.map((c) => c.kind).sort()).toEqual(['consent', 'sensitiveConsent'])
    expect(access.map((a) => a.verb)).toContain('reveal')
  })

  it('names no reviewer, no session, no key of an object, and nobody else', async () => {
    const { by } = await drafts.submitted()
    const other = await drafts.submitted({ name: '别人' })
    await approve(store, { ...by.person }, REVIEWER, T0)
    const text = JSON.stringify(await dataOf(by))
    for (const hidden of [REVIEWER, '"savedBy"', 'blobKey', 'wrappedKey', other.by.person.idNumber, '别人'])
      expect(text).not.toContain(hidden)
  })
})
