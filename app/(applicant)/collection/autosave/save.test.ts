import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Acting } from '#db/queries/collect'
import { findWorkspace } from '#db/queries/own'
import { type Posted, removeListEntry, saveAnswers } from '#db/queries/saving'
import { sendBack } from '#db/seed/decide'
import { seedReference } from '#db/seed/reference'
import type { Store } from '#db/store'
import { openTestStore } from '#db/testing'
import { draftsOn, T0 } from '#db/testing-drafts'
import { controlNames } from '#lib/collection/parse'
import { shownMark } from '#lib/collection/stale'
import { listOf, stepOf } from '#lib/collection/steps/index'
import { newId } from '#lib/protect/ids'
import { autosave, type Kept, PER_MINUTE, type Place, placeOf } from './save.ts'

let store: Store
let remove: () => Promise<void>
let drafts: ReturnType<typeof draftsOn>
beforeAll(async () => {
  ;({ store, remove } = await openTestStore())
  await seedReference(store, T0)
  drafts = draftsOn(store)
})
afterAll(() => remove())

const PERSONAL: Place = { part: 'personal' }
const NAMES = controlNames(stepOf('personal'))
type Values = Readonly<Record<string, string>>

const formOf = (values: Values, version = 0, shown: Values = {}): Posted => ({
  pairs: Object.entries(values),
  version,
  shown: shownMark(Object.fromEntries(Object.entries(shown).map(([k, v]) => [k, [v]])), NAMES),
})

async function someone() {
  const by = await drafts.someone()
  return { by, draft: await drafts.started(by) }
}
const draftOf = async (by: Acting) => {
  const work = await findWorkspace(store.read, by.person, T0)
  if (!work) throw new Error('nothing open')
  return work.draft
}
const stored = async (by: Acting, name: string) => (await draftOf(by)).steps.personal?.[name]
const press = (by: Acting, posted: Posted) => store.write((tx) => saveAnswers(tx, by, 'personal', posted))
/** What an open form has learned from a save. */
const learned = (kept: Kept) => {
  if (kept.outcome !== 'saved') throw new Error(kept.outcome)
  return kept
}

describe('a page and its place', () => {
  it.each([
    ['/collection/personal', { part: 'personal' }],
    ['/collection/education', { part: 'education' }],
    ['/collection/employment', { part: 'employment' }],
    ['/collection/remarks/new', { part: 'remarks', item: undefined }],
    [`/collection/remarks/${'a'.repeat(24)}`, { part: 'remarks', item: 'a'.repeat(24) }],
    ['/collection/scope', undefined],
    ['/collection/remarks', undefined],
    ['/collection/personal/new', undefined],
    ['/collection/check', undefined],
    ['/collection/__proto__', undefined],
    ['/collection/remarks/new/files/file', undefined],
    ['', undefined],
  ])('%s', (path, place) => {
    expect(placeOf(path)).toEqual(place)
  })
})

describe('a form that is saved by itself', () => {
  it('is stored right or wrong, and tells the form what is stored now', async () => {
    const { by, draft } = await someone()
    const first = learned(await autosave(store, by, PERSONAL, draft, formOf({ email: 'not an address' })))
    expect(first).toEqual({
      outcome: 'saved',
      version: 1,
      shown: formOf({}, 0, { email: 'not an address' }).shown,
    })
    expect(await stored(by, 'email')).toEqual(['not an address'])
    // The button, pressed by another device's session with what the form has learned, is not stale.
    const phone = { ...by, session: 's2' }
    const pressed = { ...formOf({ email: 'a@example.org' }, first.version), shown: first.shown }
    expect(await press(phone, pressed)).toMatchObject({ outcome: 'saved', version: 2 })
  })

  it('writes over nothing it has not shown, not even of its own session, where a button would', async () => {
    const { by, draft } = await someone()
    const [one, other] = [formOf({ email: 'a@example.org' }), formOf({ postalAddress: '示例路' })]
    expect((await autosave(store, by, PERSONAL, draft, one)).outcome).toBe('saved')
    expect(await autosave(store, by, PERSONAL, draft, other)).toEqual({ outcome: 'stale' })
    expect(await stored(by, 'email')).toEqual(['a@example.org'])
    // A form that knows of it says so and is held against what is stored; another button wins as ever.
    expect(await press(by, { ...other, strict: true })).toEqual({ outcome: 'stale', controls: ['email'] })
    expect((await press(by, other)).outcome).toBe('saved')
  })

  it('that arrives after the button changes nothing', async () => {
    const { by, draft } = await someone()
    await press(by, formOf({ email: 'whole@example.org' }))
    expect(await autosave(store, by, PERSONAL, draft, formOf({ email: 'who' }))).toEqual({ outcome: 'stale' })
    expect(await stored(by, 'email')).toEqual(['whole@example.org'])
  })

  it('is not stored in the draft of whoever is signed in now, nor in a later one', async () => {
    const [{ draft }, { by }] = [await someone(), await someone()]
    const form = formOf({ email: 'a@example.org' })
    expect(await autosave(store, by, PERSONAL, draft, form)).toEqual({ outcome: 'closed' })
    expect(await autosave(store, by, PERSONAL, '', form)).toEqual({ outcome: 'closed' })
    expect(await stored(by, 'email')).toBeUndefined()
    const nobody = await drafts.someone()
    expect(await autosave(store, nobody, PERSONAL, '', form)).toEqual({ outcome: 'closed' })
  })

  it('is closed while it waits for review, and where a return has not opened it', async () => {
    const { by, applicationId } = await drafts.submitted()
    const form = formOf({ email: 'a@example.org' }, 9)
    expect(await autosave(store, by, PERSONAL, applicationId, form)).toEqual({ outcome: 'closed' })
    const remark = [{ key: 'employment.unitName', text: '写全称' }]
    await sendBack(store, by.person, newId(), ['RR08'], remark, T0)
    expect(await autosave(store, by, PERSONAL, applicationId, form)).toEqual({ outcome: 'closed' })
    expect(await stored(by, 'email')).toBeUndefined()
  })

  it('has a number a minute', async () => {
    const { by, draft } = await someone()
    const save = (at: Date, version: number) =>
      autosave(store, { ...by, now: at }, PERSONAL, draft, formOf({ email: `${version}` }, version))
    for (let n = 0; n < PER_MINUTE; n++) expect((await save(T0, n)).outcome).toBe('saved')
    expect(await save(T0, PER_MINUTE)).toEqual({ outcome: 'paced' })
    expect(await stored(by, 'email')).toEqual([`${PER_MINUTE - 1}`])
    expect((await save(new Date(T0.getTime() + 60_000), PER_MINUTE)).outcome).toBe('saved')
  })
})

describe('an entry', () => {
  const place = (item?: string): Place => ({ part: 'remarks', item })
  const form = (entry: string, text: string, version = 0): Posted => ({
    pairs: [
      ['entry', entry],
      ['text', text],
    ],
    version,
    shown: '',
  })
  const entries = async (by: Acting) => (await draftOf(by)).entries

  it('that is new is stored once, under the id that its form was given, and has an address then', async () => {
    const { by, draft } = await someone()
    const fresh = newId()
    const first = await autosave(store, by, place(), draft, form(fresh, '一'))
    expect(first).toMatchObject({ outcome: 'saved', version: 1, at: `/collection/remarks/${fresh}` })
    const next = await autosave(store, by, place(fresh), draft, form(newId(), '一二', 1))
    expect(next).toMatchObject({ outcome: 'saved', version: 2 })
    expect(next).not.toHaveProperty('at')
    expect(await entries(by)).toMatchObject([{ id: fresh, raw: { text: ['一二'] } }])
  })

  it('that was removed meanwhile does not come back', async () => {
    const { by, draft } = await someone()
    const fresh = newId()
    await autosave(store, by, place(), draft, form(fresh, '一'))
    await store.write((tx) => removeListEntry(tx, by, 'remarks', fresh))
    const late = await autosave(store, by, place(fresh), draft, form(newId(), '一二', 1))
    expect(late).toEqual({ outcome: 'closed' })
    expect(await entries(by)).toEqual([])
  })

  it('beyond the list’s maximum is not stored', async () => {
    const { by, draft } = await someone()
    let last: Kept | undefined
    let saved = 0
    for (let n = 0; n < PER_MINUTE && last?.outcome !== 'closed'; n++) {
      last = await autosave(store, by, place(), draft, form(newId(), `${n}`))
      if (last.outcome === 'saved') saved++
    }
    expect(last).toEqual({ outcome: 'closed' })
    expect(saved).toBe(listOf('remarks').max)
    expect(await entries(by)).toHaveLength(saved)
  })
})
