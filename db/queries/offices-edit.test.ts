import { asc, eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applications, events, nameTerms, queueCounts, records } from '../schema.ts'
import { seedReference } from '../seed/reference.ts'
import type { Store } from '../store.ts'
import { openTestStore } from '../testing.ts'
import { draftsOn, EMPLOYED, posted, T0 } from '../testing-drafts.ts'
import { findOpenApplication } from './applications.ts'
import { findOffice, findOpenCounty, listOpenOffices, officeInCharge, officesOfDivision } from './offices.ts'
import { closeOffice, countHoldings, editOffice, openOffice } from './offices-edit.ts'
import { moveFromClosed } from './offices-move.ts'
import { findWorkspace } from './own.ts'
import { claimApplication, type Reviewing } from './review.ts'
import { approveApplication, returnApplication } from './review-decide.ts'
import { saveAnswers } from './saving.ts'

let store: Store
let remove: () => Promise<void>
let drafts: ReturnType<typeof draftsOn>
beforeAll(async () => {
  ;({ store, remove } = await openTestStore())
  await seedReference(store, T0)
  drafts = draftsOn(store)
})
afterAll(() => remove())

const ADMIN = { actorId: 'admin', now: T0 }
const CONTENT = {
  name: '金水区第二财政局',
  phone: '0371-63012345',
  address: '郑州市金水区东风路',
  hours: '工作日 9:00–17:30',
  fastLane: false,
}
const verbs = (officeId: string) =>
  store.read
    .select({ verb: events.verb, facts: events.facts })
    .from(events)
    .where(eq(events.officeId, officeId))
    .orderBy(asc(events.id))
const row = async (id: string) =>
  (await store.read.select().from(applications).where(eq(applications.id, id)))[0]
const close = (id: string, successor: string) => store.write((tx) => closeOffice(tx, ADMIN, id, successor))

describe('the directory', () => {
  it('is changed with an event that names what changed', async () => {
    const edit = (content: typeof CONTENT) => store.write((tx) => editOffice(tx, ADMIN, '410102', content))
    expect(await edit({ ...CONTENT, fastLane: true })).toBe(true)
    expect(await edit({ ...CONTENT, fastLane: true })).toBe(true)
    expect(await edit({ ...CONTENT, fastLane: true, phone: '96500' })).toBe(true)
    expect(await findOffice(store.read, '410102')).toMatchObject({ fastLane: true, phone: '96500' })
    expect((await verbs('410102')).map(({ facts }) => facts)).toEqual([
      '{"fields":"name,phone,address,hours,fastLane"}',
      '{"fields":"phone"}',
    ])
    expect(await store.write((tx) => editOffice(tx, ADMIN, 'none', CONTENT))).toBe(false)
  })

  it('takes a second office of a county, and none of a city or of nowhere', async () => {
    const open = (division: string) => store.write((tx) => openOffice(tx, ADMIN, division, CONTENT))
    expect(await open('410103')).toBe('410103-2')
    expect(await open('410103')).toBe('410103-3')
    expect(await open('410100')).toBeUndefined()
    expect(await open('999999')).toBeUndefined()
    expect((await officesOfDivision(store.read, '410103')).map((o) => o.id)).toEqual([
      '410103',
      '410103-2',
      '410103-3',
    ])
    expect(await findOffice(store.read, '410103-2')).toMatchObject({ level: 'county', cityCode: '410100' })
  })

  it.each([
    ['itself', '410104', '410104'],
    ['a city’s office', '410104', '410100'],
    ['nobody', '410104', ''],
    ['a city’s office that closes', '410100', '410104'],
  ])('closes no office in favour of %s', async (_, id, successor) => {
    expect(await close(id, successor)).toBe(false)
    expect((await findOffice(store.read, id))?.closedAt).toBeNull()
  })

  it('leads from a closed office to the one in charge, over several closings', async () => {
    expect(await close('410103-3', '410103-2')).toBe(true)
    expect(await close('410103-3', '410103')).toBe(false)
    expect(await close('410122', '410103-3')).toBe(false)
    expect(await close('410103-2', '410103')).toBe(true)
    expect((await officeInCharge(store.read, '410103-3'))?.id).toBe('410103')
    expect((await officesOfDivision(store.read, '410103')).map((o) => o.id)).toEqual(['410103'])
    expect(await findOpenCounty(store.read, '410103-2')).toBeUndefined()
    expect((await listOpenOffices(store.read)).some((o) => o.id === '410103-2')).toBe(false)
    expect(await store.write((tx) => editOffice(tx, ADMIN, '410103-2', CONTENT))).toBe(false)
  })

  it('sends a county whose only office closed to the successor', async () => {
    expect(await close('410181', '410182')).toBe(true)
    expect((await officesOfDivision(store.read, '410181')).map((o) => o.id)).toEqual(['410182'])
  })
})

describe('a closed office', () => {
  const OLD = '410105'
  const NEW = '410106'
  const desk: Reviewing = { reviewer: 'r', reviewIds: [OLD], officeIds: [OLD], now: T0 }

  async function decided(name: string, decision: 'approve' | 'return') {
    const draft = await drafts.submitted({ name })
    const id = draft.applicationId
    const version = async () => (await row(id))?.version ?? 0
    await store.write(async (tx) => claimApplication(tx, desk, { id, version: await version() }))
    const seen = { id, version: await version() }
    if (decision === 'approve') await store.write((tx) => approveApplication(tx, desk, seen, ''))
    else
      await store.write((tx) =>
        returnApplication(tx, desk, seen, { codes: ['RR01'], text: '', openAll: true, comments: [] }),
      )
    return draft
  }

  it('hands over what waits, was sent back or is in force; each with an event, counters and search', async () => {
    const waiting = await drafts.submitted({ name: '欧阳等' })
    await store.write(async (tx) =>
      claimApplication(tx, desk, {
        id: waiting.applicationId,
        version: (await row(waiting.applicationId))?.version ?? 0,
      }),
    )
    const back = await decided('欧阳退', 'return')
    const done = await decided('欧阳过', 'approve')
    const draft = await drafts.ready('欧阳草')
    const late = await drafts.ready('欧阳晚')
    expect(await close(OLD, NEW)).toBe(true)
    expect(await moveFromClosed(store, T0)).toBe(3)
    expect(await moveFromClosed(store, T0)).toBe(0)

    for (const { applicationId } of [waiting, back, done]) {
      expect((await row(applicationId))?.officeId).toBe(NEW)
      const told = (
        await store.read.select().from(events).where(eq(events.applicationId, applicationId))
      ).filter((event) => event.verb === 'moveOffice')
      expect(told.map((event) => [event.role, event.officeId, event.facts])).toEqual([
        ['system', NEW, `{"from":"${OLD}","to":"${NEW}"}`],
      ])
    }
    expect(await row(waiting.applicationId)).toMatchObject({ status: 'submitted', claimHolder: null })
    const [record] = await store.read
      .select()
      .from(records)
      .where(eq(records.applicationId, done.applicationId))
    expect(record?.officeId).toBe(NEW)
    const terms = await store.read
      .selectDistinct({ officeId: nameTerms.officeId })
      .from(nameTerms)
      .where(
        inArray(
          nameTerms.applicationId,
          [waiting, back, done].map((d) => d.applicationId),
        ),
      )
    expect(terms.map((term) => term.officeId)).toEqual([NEW])

    // Drafts stay until they are saved or submitted, but show whom they go to.
    expect((await row(draft.applicationId))?.officeId).toBe(OLD)
    expect((await findWorkspace(store.read, draft.by.person, T0))?.office?.id).toBe(NEW)
    await store.write((tx) => saveAnswers(tx, draft.by, 'employment', posted('employment', EMPLOYED)))
    expect((await row(draft.applicationId))?.officeId).toBe(NEW)
    await drafts.submit(late.by)
    expect(await row(late.applicationId)).toMatchObject({ officeId: NEW, status: 'submitted' })
    expect((await findOpenApplication(store.read, late.by.person.id))?.officeId).toBe(NEW)

    expect(await countHoldings(store.read, NEW)).toEqual({ submitted: 2, returned: 1, approved: 1, draft: 1 })
    const left = await store.read.select().from(queueCounts).where(eq(queueCounts.officeId, OLD))
    expect(left.filter((count) => count.n !== 0)).toEqual([])
  })

  it('is emptied by small writes, which go on where they were stopped', async () => {
    for (let n = 0; n < 5; n++) await drafts.submitted({ officeId: '411302' })
    expect(await close('411302', '411303')).toBe(true)
    expect(await moveFromClosed(store, T0, 1, 2)).toBe(2)
    // Two nodes at the same work: together they move the rest once.
    const [one, two] = await Promise.all([moveFromClosed(store, T0, 9, 2), moveFromClosed(store, T0, 9, 2)])
    expect(one + two).toBe(3)
    expect(await countHoldings(store.read, '411303')).toEqual({ submitted: 5 })
  })
})
