import { AsyncLocalStorage } from 'node:async_hooks'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultOf, StoreError } from './errors.ts'
import { attempts, notices } from './schema.ts'
import { type Db, openStore, type Store } from './store.ts'
import { openTestStore } from './testing.ts'

let store: Store
let folder: string
let remove: () => Promise<void>
beforeAll(async () => {
  ;({ store, folder, remove } = await openTestStore())
})
afterAll(() => remove())

const T = new Date('2026-07-01T00:00:00Z')
const add = (tx: Db, version: string) => tx.insert(notices).values({ version, publishedAt: T })
const found = async (version: string) =>
  (await store.read.select().from(notices).where(eq(notices.version, version))).length

describe('store.write', () => {
  it('is on disk when it resolves, for another connection too', async () => {
    await store.write((tx) => add(tx, 'kept'))
    const other = await openStore(`file:${folder}/app.db`)
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

  it('runs one job at a time: counting up by reading first never loses a step', async () => {
    const bump = () =>
      store.write(async (tx) => {
        const [row] = await tx.select().from(attempts).where(eq(attempts.key, 'k'))
        await new Promise((resolve) => setTimeout(resolve, 1))
        await tx
          .insert(attempts)
          .values({ key: 'k', window: 1, n: (row?.n ?? 0) + 1 })
          .onConflictDoUpdate({ target: [attempts.key, attempts.window], set: { n: (row?.n ?? 0) + 1 } })
      })
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
    await expect((async () => await add(store.read, 'no'))()).rejects.toThrow(/readonly/)
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
  it('refuses a damaged file in one sentence', async () => {
    const { writeFileSync } = await import('node:fs')
    writeFileSync(`${folder}/bad.db`, 'this is no database, it only has the name of one'.repeat(100))
    await expect(openStore(`file:${folder}/bad.db`)).rejects.toThrow(/cannot be opened|damaged/)
  })
})
