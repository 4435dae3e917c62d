import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diff } from '#lib/collection/diff'
import { newId } from '#lib/protect/ids'
import { applications } from '../schema.ts'
import { seedReference } from '../seed/reference.ts'
import type { Store } from '../store.ts'
import { openTestStore } from '../testing.ts'
import { deskOn } from '../testing-desk.ts'
import { draftsOn, T0 } from '../testing-drafts.ts'
import type { Acting } from './collect.ts'
import { listRounds } from './compare.ts'
import { listDecisions } from './decisions.ts'
import { findWorkspace } from './own.ts'
import { returnApplication } from './review-decide.ts'
import { type Posted, removeListEntry, saveListEntry } from './saving.ts'

// An entry of a list that is commented as a whole (D10): returned, answered, mended or removed.

let store: Store
let remove: () => Promise<void>
let drafts: ReturnType<typeof draftsOn>
let reviewer: string
beforeAll(async () => {
  ;({ store, remove } = await openTestStore())
  await seedReference(store, T0)
  drafts = draftsOn(store)
  reviewer = (await drafts.someone('周敏')).person.id
})
afterAll(() => remove())

const later = (minutes: number) => new Date(T0.getTime() + minutes * 60_000)
const remark = (text: string, ...more: [string, string][]): Posted => ({
  pairs: [['text', text], ...more],
  version: 0,
  shown: '',
})
const save = (by: Acting, id: string, posted: Posted) =>
  store.write((tx) => saveListEntry(tx, { ...by, now: later(5) }, 'remarks', id, '', posted))
const work = async (by: Acting) => {
  const found = await findWorkspace(store.read, by.person, later(6))
  if (!found) throw new Error('nothing open')
  return found
}

/** Somebody with two remarks, returned for the first of them as a whole. */
async function returned() {
  const { by, applicationId: id } = await drafts.ready()
  const [first, second] = [newId(), newId()]
  for (const item of [first, second])
    await store.write((tx) => saveListEntry(tx, by, 'remarks', undefined, item, remark(`说明 ${item}`)))
  await drafts.submit(by)
  await deskOn(store, reviewer).claim(id, later(1))
  const [row] = await store.read.select().from(applications).where(eq(applications.id, id))
  const acting = { reviewer, reviewIds: ['410105'], officeIds: ['410105'], now: later(2) }
  const key = `remarks.${first}`
  const said = { codes: [], text: '', openAll: false, comments: [{ key, text: '这一项请删去或改写' }] }
  await store.write((tx) => returnApplication(tx, acting, { id, version: row?.version ?? 0 }, said))
  return { by, id, first, second, key }
}

describe('an entry commented as a whole', () => {
  it('is stored under its key, opens alone and waits', async () => {
    const { by, id, first, second, key } = await returned()
    expect((await listDecisions(store.read, id))[0]?.comments).toMatchObject([{ key }])
    const { opening, comments, tasks } = await work(by)
    expect(opening).toEqual({ parts: [], entries: [first] })
    expect(comments).toMatchObject([{ key, mended: false, was: '' }])
    expect(tasks.find((task) => task.id === 'remarks')).toMatchObject({ status: 'fix', open: 1 })
    expect((await save(by, second, remark('改不了'))).outcome).toBe('closed')
    await expect(
      store.write((tx) => removeListEntry(tx, { ...by, now: later(5) }, 'remarks', second)),
    ).rejects.toMatchObject({ code: 'notOpen' })
  })

  it('is mended when anything in it changed, and compared when it is handed in again', async () => {
    const { by, id, first, key } = await returned()
    expect((await save(by, first, remark('改写过'))).outcome).toBe('saved')
    const { comments, tasks } = await work(by)
    expect(comments).toMatchObject([{ key, mended: true }])
    expect(tasks.find((task) => task.id === 'remarks')?.status).toBe('done')
    await drafts.submit({ ...by, now: later(7) })
    const rounds = await listRounds(store.read, id)
    expect(rounds.map(({ n }) => n)).toEqual([1, 2])
    const [before, after] = rounds.map(({ snapshot }) => snapshot.rows)
    expect(diff(before ?? [], after ?? []).map((change) => change.key)).toEqual([`${key}.text`])
  })

  it('is mended when it was removed, which it may be though its list is closed', async () => {
    const { by, first, second, key } = await returned()
    await store.write((tx) => removeListEntry(tx, { ...by, now: later(5) }, 'remarks', first))
    const { draft, comments } = await work(by)
    expect(draft.entries.map((entry) => entry.id)).toEqual([second])
    expect(comments).toMatchObject([{ key, mended: true }])
  })

  it('can be answered in words instead', async () => {
    const { by, first, key } = await returned()
    await save(by, first, remark(`说明 ${first}`, [`reply.${key}`, '情况属实']))
    const { comments, tasks } = await work(by)
    expect(comments).toMatchObject([{ key, mended: false, reply: '情况属实' }])
    expect(tasks.find((task) => task.id === 'remarks')?.open).toBe(0)
  })
})
