import { eq, sql } from 'drizzle-orm'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dialect } from '../dialect.ts'
import { faultOf, StoreError } from '../errors.ts'
import { attempts } from '../schema.ts'
import { type Db, openStore, type Store } from '../store.ts'
import { openTestStore } from '../testing.ts'

let store: Store
let url: string
let remove: () => Promise<void>
let outside: pg.Client

const WINDOW = 1
const bump = (tx: Db, key: string) =>
  tx
    .update(attempts)
    .set({ n: sql`${attempts.n} + 1` })
    .where(eq(attempts.key, key))
    .returning({ n: attempts.n })
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const countOf = async (key: string) =>
  (await store.read.select().from(attempts).where(eq(attempts.key, key)))[0]?.n
const begin = (...keys: string[]) =>
  store.write((tx) => tx.insert(attempts).values(keys.map((key) => ({ key, window: WINDOW, n: 0 }))))

/** The database of the address under another name, made with these settings. */
async function other(name: string, settings: string): Promise<string> {
  await outside.query(`create database ${name} template template0 ${settings}`)
  const address = new URL(url)
  address.pathname = name
  return address.href
}

describe.runIf(dialect === 'postgres')('PostgreSQL', () => {
  beforeAll(async () => {
    ;({ store, url, remove } = await openTestStore())
    outside = new pg.Client({ connectionString: url })
    await outside.connect()
  })
  afterAll(async () => {
    await outside.end()
    await remove()
  })

  it('does a write again that met another crosswise, until both have happened once', async () => {
    await begin('a', 'b')
    let tries = 0
    let holding = 0
    const both = (first: string, second: string) =>
      store.write(async (tx) => {
        tries++
        await bump(tx, first)
        holding++
        // Each holds its first row before it asks for the other's.
        for (let waited = 0; holding < 2 && waited < 2_000; waited += 10) await pause(10)
        await bump(tx, second)
      })
    await Promise.all([both('a', 'b'), both('b', 'a')])
    expect(tries).toBeGreaterThan(2)
    expect([await countOf('a'), await countOf('b')]).toEqual([2, 2])
  })

  it('does not do a write again that failed for a reason of its own', async () => {
    let tries = 0
    const work = store.write(async () => {
      tries++
      throw new Error('no')
    })
    await expect(work).rejects.toThrow('no')
    expect(tries).toBe(1)
  })

  it('sees what others committed since the write began: a check by version holds', async () => {
    await begin('v')
    const taken = await Promise.all(
      Array.from({ length: 12 }, () =>
        store.write(async (tx) => {
          const hit = await tx
            .update(attempts)
            .set({ n: 1 })
            .where(sql`${attempts.key} = 'v' and ${attempts.n} = 0`)
            .returning({ n: attempts.n })
          return hit.length
        }),
      ),
    )
    expect(taken.filter((n) => n === 1)).toHaveLength(1)
  })

  it('goes on after the server has closed its connections', async () => {
    await begin('later')
    await outside.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    await pause(100)
    await store.write((tx) => bump(tx, 'later'))
    expect(await countOf('later')).toBe(1)
  })

  it('says that a connection was lost in the middle of a write, and keeps nothing of it', async () => {
    await begin('lost')
    const work = store.write(async (tx) => {
      await bump(tx, 'lost')
      await outside.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where state = 'idle in transaction' and datname = current_database()",
      )
      await bump(tx, 'lost')
    })
    const error = await work.catch((e: unknown) => e)
    expect(error).toBeInstanceOf(StoreError)
    expect(faultOf(error)).toBe('away')
    expect(await countOf('lost')).toBe(0)
  })

  it('is migrated once by stores that open together', async () => {
    const address = await other('together', "encoding 'UTF8' lc_collate 'C'")
    const opened = await Promise.all([1, 2, 3].map(() => openStore(address)))
    expect(await Promise.all(opened.map((one) => one.read.select().from(attempts)))).toEqual([[], [], []])
    await Promise.all(opened.map((one) => one.close()))
    await outside.query('drop database together')
  })

  it.each([
    ['another encoding', "encoding 'SQL_ASCII' lc_collate 'C' lc_ctype 'C'", /ENCODING 'UTF8'/],
    ['commits that do not wait', "encoding 'UTF8' lc_collate 'C'", /synchronous_commit/],
  ])('refuses a database with %s', async (_, settings, sentence) => {
    const address = await other('unfit', settings)
    try {
      if (sentence.source === 'synchronous_commit') {
        await outside.query('alter database unfit set synchronous_commit = off')
      }
      await expect(openStore(address)).rejects.toThrow(sentence)
    } finally {
      await outside.query('drop database unfit with (force)')
    }
  })

  it.each([
    ['server', { port: '1' }, /does not answer/],
    ['database', { pathname: 'absent' }, /cannot be opened/],
  ])('says in one sentence that there is no %s, without the password', async (_, change, sentence) => {
    const address = Object.assign(new URL(url), { password: 'secret' }, change)
    const error = await openStore(address.href).catch((e: unknown) => e)
    expect(error).toBeInstanceOf(StoreError)
    expect(String(error)).toMatch(sentence)
    expect(String(error)).not.toContain('secret')
  })
})
