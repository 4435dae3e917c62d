import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findOpenApplication } from '#db/queries/applications'
import type { Acting } from '#db/queries/collect'
import { currentNotice, recordConsents } from '#db/queries/notices'
import { approve } from '#db/seed/decide'
import { seedReference } from '#db/seed/reference'
import type { Store } from '#db/store'
import { openTestStore } from '#db/testing'
import { draftsOn, T0 } from '#db/testing-drafts'
import { newId } from '#lib/protect/ids'
import { begin } from './begin.ts'

let store: Store
let remove: () => Promise<void>
let drafts: ReturnType<typeof draftsOn>
beforeAll(async () => {
  ;({ store, remove } = await openTestStore())
  await seedReference(store, T0)
  drafts = draftsOn(store)
})
afterAll(() => remove())

const open = (by: Acting) => findOpenApplication(store.read, by.person.id)

async function approved({ consented = true } = {}): Promise<Acting> {
  const { by } = await drafts.submitted()
  await approve(store, { ...by.person }, newId(), T0)
  if (consented) {
    const version = await currentNotice(store.read)
    await store.write((tx) => recordConsents(tx, by.person.id, version, T0))
  }
  return by
}

describe('starting a change (D13)', () => {
  it.each([
    ['one part', ['remarks'], 'remarks'],
    ['what a rule ties to it', ['education'], 'education,employment'],
    ['the same part twice', ['remarks', 'remarks'], 'remarks'],
    ['a part among names that are none', ['check', '', 'remarks', '__proto__'], 'remarks'],
  ])('opens %s', async (_, ticked, openParts) => {
    const by = await approved()
    expect(await begin(store, by, ticked)).toBe('begun')
    expect(await open(by)).toMatchObject({ kind: 'change', status: 'draft', openParts })
  })

  it.each([
    ['nothing', []],
    ['only names that are no part', ['check', 'toString']],
  ])('asks again when %s was ticked', async (_, ticked) => {
    const by = await approved()
    expect(await begin(store, by, ticked)).toBe('nothingChosen')
    expect(await open(by)).toBeUndefined()
  })

  it('leads to a notice that is new to the person', async () => {
    const by = await approved({ consented: false })
    expect(await begin(store, by, ['remarks'])).toBe('noticeFirst')
    expect(await open(by)).toBeUndefined()
  })

  it('is refused beside another change and without a record', async () => {
    const by = await approved()
    await begin(store, by, ['remarks'])
    await expect(begin(store, by, ['honours'])).rejects.toMatchObject({ code: 'applicationOpen' })
    expect(await open(by)).toMatchObject({ openParts: 'remarks' })
    const stranger = await drafts.someone()
    await store.write(async (tx) => recordConsents(tx, stranger.person.id, await currentNotice(tx), T0))
    await expect(begin(store, stranger, ['remarks'])).rejects.toMatchObject({ code: 'notOpen' })
  })
})
