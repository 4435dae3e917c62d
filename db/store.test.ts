import { AsyncLocalStorage } from 'node:async_hooks'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultOf, StoreError } from './errors.ts'
import { attempts, notices } from './schema.ts'
import { type Db, openStore, type Store } from './store.ts'
import { openTestStore } from './testing.ts'

let store: Store
let url: string
let remove: () => Promise<void>
beforeAll(async () => {
  ;({ store, url, remove } = await openTestStore())
})
afterAll(() => remove())

const T = new Date('2026-07-01T00:00:00Z')
const add = (tx: Db, version: string) => tx.insert(notices).values({ version, publishedAt: T })
const found = async (version: string) =>
  (await store.read.select().from(notices).where(eq(notices.version, version))).length

describe('store.write', () => {
  it('is on disk when it resolves, for another connection too', async () => {
    await store.write((tx) => add(tx, 'kept'))
    const other = await openStore(url)
    expect(await other.read.select().from(notices)).toHaveLength(1)
    await other.close()
  })

  it('undoes everything of a job that throws, and nothing of the jobs that share its commit', async () => {
    const jobs = ['a', 'b', 'c', 'd'].map((version) =>
      store.write(async (tx) => {
        await add(tx, `group-${version}`)
        if (version === 'b') throw new Error('no')
        return version
      }),
    )
    const results = await Promise.allSettled(jobs)
    expect(results.map((r) => r.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
    expect(await Promise.all(['a', 'b', 'c', 'd'].map((v) => found(`group-${v}`)))).toEqual([1, 0, 1, 1])
  })

  it('counts up in one statement without losing a step', async () => {
    const bump = () =>
      store.write((tx) =>
        tx
          .insert(attempts)
          .values({ key: 'k', window: 1, n: 1 })
          .onConflictDoUpdate({
            target: [attempts.key, attempts.window],
            set: { n: sql`${attempts.n} + excluded.n` },
          }),
      )
    await Promise.all(Array.from({ length: 40 }, bump))
    const [row] = await store.read.select().from(attempts).where(eq(attempts.key, 'k'))
    expect(row?.n).toBe(40)
  })

  it('runs each job in the context of whoever asked, not of whoever began the queue', async () => {
    const request = new AsyncLocalStorage<string>()
    const seen = await Promise.all(
      ['one', 'two', 'three'].map((who) =>
        request.run(who, () => store.write(async () => request.getStore())),
      ),
    )
    expect(seen).toEqual(['one', 'two', 'three'])
  })

  it('refuses a write inside a write, and a transaction kept past its end', async () => {
    await expect(store.write(() => store.write(async () => 1))).rejects.toThrow(StoreError)
    let kept: Db | undefined
    await store.write(async (tx) => {
      kept = tx
    })
    expect(() => kept?.select()).toThrow(/ended/)
  })

  it('names the fault of a broken constraint in the words of neither engine', async () => {
    await store.write((tx) => add(tx, 'twice'))
    const error = await store.write((tx) => add(tx, 'twice')).catch((e: unknown) => e)
    expect(faultOf(error)).toBe('unique')
    expect(faultOf(new Error('x'))).toBeUndefined()
  })
})

describe('store.read', () => {
  it('cannot change anything: the engine itself refuses', async () => {
    const error = await (async () => await add(store.read, 'no'))().catch((e: unknown) => e)
    expect(faultOf(error)).toBe('readOnly')
    expect(await found('no')).toBe(0)
  })

  it('does not see a job that is not committed', async () => {
    let during = -1
    await store.write(async (tx) => {
      await add(tx, 'open')
      during = await found('open')
    })
    expect([during, await found('open')]).toEqual([0, 1])
  })
})

describe('opening', () => {
  it('refuses the kind of store that this process was not started for', async () => {
    const other = store.kind === 'sqlite' ? 'postgres://localhost/other' : 'file:other.db'
    await expect(openStore(other)).rejects.toThrow(StoreError)
  })
})
