import { inspect } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { people } from '#db/schema'
import type { Store } from '#db/store'
import { openTestStore } from '#db/testing'
import { withoutValues } from './quiet-errors.ts'

let store: Store
let remove: () => Promise<void>
beforeAll(async () => {
  ;({ store, remove } = await openTestStore())
})
afterAll(() => remove())

const shown = (error: unknown) => inspect(error, { depth: 9 })

const NAME = '王小明'
const INDEX = 'blindindexofanumber'
const row = {
  id: 'p1',
  name: NAME,
  namePinyin: 'wangxiaoming',
  nameInitials: 'wxm',
  idType: '111',
  sealed: Buffer.from('sealed'),
  idIndex: INDEX,
  mobileIndex: 'm',
  version: 1,
  createdAt: new Date(0),
}

describe('a failed statement', () => {
  it('is printed without its values on this engine, and still says what failed and where', async () => {
    await store.write(async (tx) => void (await tx.insert(people).values(row)))
    const error = await store
      .write(async (tx) => void (await tx.insert(people).values({ ...row, id: 'p2' })))
      .catch((reason: unknown) => reason)
    // The wrapper of PostgreSQL's statements carries them; here one sees that there is something to take away.
    expect(shown(error).includes(NAME)).toBe(store.kind === 'postgres')
    const printed = shown(withoutValues(error))
    expect(printed).not.toMatch(new RegExp(`${NAME}|wangxiaoming|${INDEX}`))
    if (store.kind === 'postgres') expect(printed).toContain('Failed query: insert into')
    expect(printed).toMatch(/people\.id_index|people_id_index/)
    expect(printed).toMatch(/^\s+at /m)
  })

  it('is found behind other errors', () => {
    const broken = Object.assign(new Error(`Failed query: select ?\nparams: ${NAME}`), {
      query: 'select ?',
      params: [NAME],
      cause: Object.assign(new Error(`invalid input syntax: "${NAME}"`), {
        severity: 'ERROR',
        code: '22P02',
        detail: `Failing row contains (${NAME}).`,
      }),
    })
    const wrapped = new Error('The page failed.', { cause: new Error('deeper', { cause: broken }) })
    const printed = shown(withoutValues(wrapped))
    expect(printed).toContain('The page failed.')
    expect(printed).not.toContain(NAME)
    expect(printed).toMatch(/Failed query: select \?[\s\S]*PostgreSQL ERROR 22P02/)
  })
})

it.each([
  ['an ordinary error', new Error('no', { cause: new TypeError('cause') })],
  ['a text', 'text'],
  ['nothing', undefined],
])('%s stays what it is', (_, what) => {
  expect(withoutValues(what)).toBe(what)
})

it('follows a ring of causes no further than it must', () => {
  const one = new Error('one')
  one.cause = one
  expect(withoutValues(one)).toBe(one)
})
