import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readFilter } from '#lib/review/filter'
import { applications, nameTerms } from '../schema.ts'
import { sendBack } from '../seed/decide.ts'
import { seedReference } from '../seed/reference.ts'
import type { Store } from '../store.ts'
import { openTestStore } from '../testing.ts'
import { draftsOn, T0 } from '../testing-drafts.ts'
import { discardApplication, withdrawApplication } from './collect.ts'
import { recogniseAtSignIn } from './people.ts'
import { listQueue } from './queue.ts'
import { claimApplication, forwardApplication } from './review.ts'
import { nameTermsOf, unitTermsOf } from './search.ts'

const [HERE, THERE] = ['410105', '411302']
let store: Store
let remove: () => Promise<void>
let drafts: ReturnType<typeof draftsOn>

beforeAll(async () => {
  ;({ store, remove } = await openTestStore())
  await seedReference(store, T0)
  drafts = draftsOn(store)
})
afterAll(() => remove())

const found = async (q: string, office = HERE) => {
  const filter = readFilter({ q, status: 'all' })
  const page = await listQueue(store.read, [office], filter, { today: '2026-07-01' })
  return page.rows.map((row) => row.id)
}
const desk = { reviewer: 'reviewer', reviewIds: [HERE], officeIds: [HERE], now: T0 }

it.each([
  ['欧阳娜', ['欧阳娜', '阳娜', '娜', 'ouyangna', 'oyn']],
  ['Anna', ['anna', 'nna', 'na', 'a']],
])('has every suffix of a name, its pinyin and its initials once: %s', (name, terms) => {
  const keys = name === 'Anna' ? ['', ''] : ['ouyangna', 'oyn']
  expect(nameTermsOf({ name, namePinyin: keys[0] ?? '', nameInitials: keys[1] ?? '' })).toEqual(terms)
})

it('cuts the suffixes of a long unit', () => {
  const terms = unitTermsOf('河南省某某市某某区某某某某某某示例有限公司')
  expect(Math.max(...terms.map((term) => [...term].length))).toBe(16)
  expect(terms).toContain('公司')
})

it('follows an application that is forwarded', async () => {
  const { applicationId } = await drafts.submitted({ name: '移交甲' })
  await store.write((tx) => claimApplication(tx, desk, { id: applicationId, version: 2 }))
  await store.write((tx) =>
    forwardApplication(tx, desk, { id: applicationId, version: 3 }, { officeId: THERE, note: '单位在贵区' }),
  )
  expect(await found('移交')).toEqual([])
  expect(await found('移交', THERE)).toEqual([applicationId])
  const rows = await store.read.select().from(nameTerms).where(eq(nameTerms.applicationId, applicationId))
  expect(new Set(rows.map((row) => row.officeId))).toEqual(new Set([THERE]))
})

it('follows a name that the platform changes while it is returned (D18)', async () => {
  const { by, applicationId } = await drafts.submitted({ name: '改名甲' })
  await sendBack(store, by.person, 'reviewer', ['RR02'], [], T0)
  const signIn = { ...by.person, name: '更新乙', issuer: 'i', sub: 's' }
  await store.write((tx) => recogniseAtSignIn(tx, signIn, T0))
  expect(await found('更新')).toEqual([applicationId])
  expect(await found('改名')).toEqual([])
  const rows = await store.read.select().from(nameTerms).where(eq(nameTerms.term, '改名甲'))
  expect(rows).toEqual([])
})

it('keeps nothing of a person whose withdrawn draft is discarded', async () => {
  const { by, applicationId } = await drafts.submitted({ name: '撤回甲' })
  expect(await found('撤回')).toEqual([applicationId])
  await store.write((tx) => withdrawApplication(tx, by, 2))
  expect(await found('撤回')).toEqual([])
  await store.write((tx) => discardApplication(tx, by))
  expect(await store.read.select().from(applications).where(eq(applications.id, applicationId))).toEqual([])
  expect(await store.read.select().from(nameTerms).where(eq(nameTerms.applicationId, applicationId))).toEqual(
    [],
  )
})
