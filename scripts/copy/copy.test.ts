import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noteHead } from '#db/audit/heads'
import { linkEvents } from '#db/audit/link'
import { verifyTrail } from '#db/audit/verify'
import { recordEvent } from '#db/queries/events'
import { attempts, events } from '#db/schema'
import { seedReference } from '#db/seed/reference'
import { openStore, type Store } from '#db/store'
import { emptyPlace, openTestStore } from '#db/testing'
import { draftsOn, T0 } from '#db/testing-drafts'
import { keyring } from '#lib/protect/current'
import { receive } from './receive.ts'
import { linesOf, TABLES, tallyOf } from './rows.ts'

const ROOT = join(import.meta.dirname, '../..')
/** More than two pages. */
const MANY = 2_345

let store: Store
let folder: string
let url: string
let remove: () => Promise<void>

beforeAll(async () => {
  ;({ store, folder, url, remove } = await openTestStore())
  await seedReference(store, T0)
  await draftsOn(store).submitted({ name: '测试甲' })
  await store.write(async (tx) => {
    // Texts whose order depends on who sorts them.
    const rows = Array.from({ length: MANY }, (_, n) => ({ key: `${'aB汉é'[n % 4]}${n}`, window: n, n }))
    for (let at = 0; at < MANY; at += 500) await tx.insert(attempts).values(rows.slice(at, at + 500))
  })
  await noteHead(store, keyring(), '2026-07-01', T0)
  await linkEvents(store, keyring(), T0)
})
afterAll(() => remove())

const between = () => `file:${join(folder, 'between.db')}`

function copy(from: string, to: string) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/copy-store.ts', '--from', from, '--to', to],
    { cwd: ROOT, encoding: 'utf8', env: { ...process.env, DATA_DIR: folder } },
  )
  return { status, stdout, stderr }
}

const happening = { at: T0, actorId: 'a', role: 'system', verb: 'test' } as const

describe('a copy', () => {
  it('to a file and back again holds the same rows, and goes on counting behind them', async () => {
    expect(copy(url, between())).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('as it was sent'),
    })
    const place = await emptyPlace(folder, 'back')
    expect(copy(between(), place.url)).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('0 s left'),
    })
    const back = await openStore(place.url)
    for (const table of TABLES.values()) {
      expect(await tallyOf(back.read, table)).toEqual(await tallyOf(store.read, table))
    }
    expect((await tallyOf(back.read, attempts)).rows).toBe(MANY)
    const last = Math.max(...(await store.read.select().from(events)).map((row) => row.id))
    await back.write((tx) => recordEvent(tx, happening))
    expect(Math.max(...(await back.read.select().from(events)).map((row) => row.id))).toBe(last + 1)
    // The chain has come over, and is gone on with.
    await linkEvents(back, keyring(), T0)
    expect(await verifyTrail(back.read, keyring(), [])).toMatchObject({
      linked: (await store.read.select().from(events)).length + 1,
      flaw: undefined,
    })
    await back.close()
    await place.drop()
  }, 60_000)

  it.each([
    ['to a store that holds something', () => [between(), url], /not empty/],
    ['from a file that is not there', () => ['file:/none/app.db', url], /is not there/],
    ['without addresses', () => ['', ''], /--from URL/],
  ])('is refused %s', (_, sides, sentence) => {
    const [from = '', to = ''] = sides()
    const { status, stderr } = copy(from, to)
    expect(status).toBe(1)
    expect(stderr).toMatch(sentence)
  })
})

describe('what is received', () => {
  const lines = async function* (...sent: unknown[]) {
    yield* sent.map((one) => JSON.stringify(one))
  }
  const into = async (sent: AsyncIterable<string>) => {
    const place = await emptyPlace(folder, `into-${Math.random()}`)
    const other = await openStore(place.url)
    try {
      return await receive(other, sent, () => {})
    } finally {
      await other.close()
      await place.drop()
    }
  }
  const begun = [{ total: 1 }, { table: 'attempts' }, ['k', 1, 2]]

  it('is held against what was sent', async () => {
    const sent = lines(...begun, { end: 'attempts', rows: 1, digest: 'other' }, { done: true })
    const [copied] = await into(sent)
    expect(copied?.stored.rows).toBe(1)
    expect(copied?.stored.digest).not.toBe(copied?.sent.digest)
  })

  it.each([
    ['lines that break off', lines(...begun, { end: 'attempts', rows: 1, digest: '' }), /broke off/],
    ['a table of another release', lines({ total: 1 }, { table: 'unheard_of' }), /not known/],
    ['rows of no table', lines(['k', 1, 2]), /before its table/],
  ])('is refused: %s', async (_, sent, sentence) => {
    await expect(into(sent)).rejects.toThrow(sentence)
  })

  it('is read line by line, wherever the chunks end', async () => {
    const chunks = async function* () {
      yield* ['a', 'b\nc', '\n\nd']
    }
    const read: string[] = []
    for await (const line of linesOf(chunks())) read.push(line)
    expect(read).toEqual(['ab', 'c', '', 'd'])
  })
})
