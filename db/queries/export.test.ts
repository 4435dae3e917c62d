import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keyring } from '#lib/protect/current'
import { openJson } from '#lib/protect/seal'
import { readFilter } from '#lib/review/filter'
import { seedReference } from '../seed/reference.ts'
import type { Store } from '../store.ts'
import { openTestStore } from '../testing.ts'
import { deskOn, eventsOf } from '../testing-desk.ts'
import { draftsOn, posted, T0 } from '../testing-drafts.ts'
import { withdrawApplication } from './collect.ts'
import { countSelection, exportBatches, type Selection } from './export.ts'
import { exportContext, recordExport } from './export-events.ts'
import { findWorkspace } from './own.ts'
import { saveAnswers } from './saving.ts'

let store: Store
let remove: () => Promise<void>
let drafts: ReturnType<typeof draftsOn>
const ids: string[] = []

const minutes = (n: number) => new Date(T0.getTime() + n * 60_000)
const OFFICE = '410105'
const MANY = 5

beforeAll(async () => {
  ;({ store, remove } = await openTestStore())
  await seedReference(store, T0)
  drafts = draftsOn(store)
  for (let n = 0; n < MANY; n++) {
    const { applicationId } = await drafts.submitted({ name: `王${n}`, at: minutes(n) })
    ids.push(applicationId)
  }
  await drafts.ready('草稿人')
})
afterAll(() => remove())

const selection = (params: Record<string, string>, more: Partial<Selection> = {}): Selection => ({
  officeIds: [OFFICE],
  filter: readFilter(params),
  today: '2026-07-01',
  claims: { reviewer: 'r', now: minutes(100) },
  ...more,
})
async function read(asked: Selection, size?: number) {
  const found: string[] = []
  for await (const batch of exportBatches(store.read, asked, size))
    found.push(...batch.map(({ row }) => row.id))
  return found
}

describe('what is exported', () => {
  it('is what the queue shows under the same filter, in its order', async () => {
    for (const size of [1, 2, MANY, 100]) expect(await read(selection({}), size), `${size}`).toEqual(ids)
    expect(await read(selection({ status: 'approved' }))).toEqual([])
    expect(await read(selection({ q: '王3' }))).toEqual([ids[3]])
    expect(await read(selection({ to: '2026-06-30' }))).toEqual([])
    expect(await read(selection({}, { personIds: [] }))).toEqual([])
  })

  it.each([
    [{}, 100, MANY],
    [{}, 2, 2],
    [{ q: '王3' }, 100, 1],
    [{ kind: 'first', status: 'all' }, 100, MANY],
    [{ kind: 'change' }, 100, 0],
    [{ status: 'all', to: '2026-06-30' }, 100, 0],
  ] as const)('%o is counted up to %i', async (params, most, n) => {
    expect(await countSelection(store.read, selection(params), most)).toBe(n)
  })

  it('is the latest snapshot', async () => {
    const desk = deskOn(store, (await drafts.someone('审核员')).person.id)
    const { applicationId, by } = await drafts.submitted({ name: '赵两次', at: minutes(50) })
    await desk.sendBack(applicationId, minutes(60), ['RR01'])
    const mended = { ...by, now: minutes(65) }
    const answers = posted('personal', { ethnicity: '03', politicalStatus: '13' })
    await store.write((tx) => saveAnswers(tx, mended, 'personal', { ...answers, version: 1 }))
    await drafts.submit({ ...by, now: minutes(70) })
    const found: unknown[] = []
    for await (const batch of exportBatches(store.read, selection({ q: '赵两次' })))
      found.push(...batch.map(({ row, snapshot }) => [row.submissions, snapshot.dossier.personal.ethnicity]))
    expect(found).toEqual([[2, '03']])
  })

  it('has no draft, not even one that was withdrawn while the file was made', async () => {
    const { applicationId, by } = await drafts.submitted({ name: '撤回的', at: minutes(90) })
    const found: string[] = []
    const reading = exportBatches(store.read, selection({}), 2)
    const first = await reading.next()
    if (first.done) throw new Error('nothing')
    found.push(...first.value.map(({ row }) => row.id))
    const work = await findWorkspace(store.read, by.person, minutes(91))
    await store.write((tx) => withdrawApplication(tx, { ...by, now: minutes(91) }, work?.row.version ?? 0))
    for await (const batch of reading) found.push(...batch.map(({ row }) => row.id))
    expect(found).toEqual(expect.arrayContaining(ids))
    expect(found).not.toContain(applicationId)
    expect(await read(selection({ status: 'all', q: '草稿人' }))).toEqual([])
  })
})

it('is written down with its purpose sealed: who, what, how much, why', async () => {
  const event = { id: 'e1', at: T0, actorId: 'r', role: 'reviewer' as const, officeId: OFFICE }
  const what = { table: 'people', format: 'xlsx', full: true, count: 5 }
  const said = { filter: 'q=%E7%8E%8B', purpose: '核对年度名册' }
  await store.write((tx) => recordExport(tx, event, { ...what, ...said }))
  const [written] = await eventsOf(store, 'export')
  expect(written).toMatchObject({ actorId: 'r', officeId: OFFICE, facts: { export: 'e1', ...what } })
  expect(JSON.stringify(written)).not.toContain('核对')
  expect(JSON.stringify(written)).not.toContain('%E7')
  const sealed = Buffer.from(String(written?.facts.sealed), 'base64')
  expect(openJson(keyring(), exportContext('e1'), sealed)).toEqual(said)
})
