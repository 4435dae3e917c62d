import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, truncateSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkBeside } from '#db/engines/sqlite-check'
import { faultOf } from '#db/errors'
import { notices } from '#db/schema'
import { openStore } from '#db/store'
import { end, freePort, launch } from '#support/service'
import { audit } from './support/audit.ts'
import { acknowledged, faults, startWriter } from './support/writers.ts'

const PAGE = 4_096

let folder: string
let file: string
let url: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'faults-'))
  file = join(folder, 'app.db')
  url = `file:${file}`
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A closed store with 500 rows. */
async function filled(): Promise<void> {
  const store = await openStore(url)
  await store.write(async (tx) => {
    const rows = Array.from({ length: 500 }, (_, n) => ({
      version: `row-${n}-${'x'.repeat(100)}`,
      publishedAt: new Date(0),
    }))
    await tx.insert(notices).values(rows)
  })
  await store.close()
}

function overwrite(page: number): void {
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(64, 0xa5), 0, 64, (page - 1) * PAGE)
  closeSync(handle)
}

/** Overwrites the head of the page that holds the rows. */
function damagePage(): void {
  const database = new Database(file)
  const root = database.prepare("select rootpage from sqlite_master where name = 'notices'").pluck().get()
  database.close()
  overwrite(Number(root))
}

describe('a damaged file', () => {
  test.each([
    ['a page of it is overwritten', damagePage],
    ['its end is missing', () => truncateSync(file, 10 * PAGE)],
  ])('is told in one sentence and left as it is when %s', async (_, damage) => {
    await filled()
    damage()
    const before = readFileSync(file)
    await expect(openStore(url)).rejects.toThrow(
      /^The database file \S+app\.db (is damaged; restore it from the last backup|cannot be opened: .+)\.$/,
    )
    expect(readFileSync(file).equals(before)).toBe(true)
  })
})

describe('a large damaged file', () => {
  /** More than is checked before the store opens. */
  const BALLAST = 80_000_000

  test('is found by a check beside the service, which then ends in order with one sentence', async () => {
    const { child: first, origin } = launch(folder, await freePort())
    await first.printed('Ready: ')
    await end(first, 'SIGTERM')
    const database = new Database(file)
    database.exec('create table ballast (content blob)')
    database.prepare('insert into ballast values (zeroblob(?))').run(BALLAST)
    database.pragma('wal_checkpoint(TRUNCATE)')
    const root = database.prepare("select rootpage from sqlite_master where name = 'ballast'").pluck().get()
    database.close()
    await expect(checkBeside(file).finding).resolves.toBeUndefined()

    overwrite(Number(root))
    const { child } = launch(folder, Number(new URL(origin).port))
    await child.printed('Ready: ')
    expect(await child.ended).toBe(1)
    expect(child.said()).toMatch(
      /The database file \S+app\.db is damaged; restore it from the last backup\.\n/,
    )
  })

  test('is not called damaged when it could not be read at all', async () => {
    const finding = await checkBeside(join(folder, 'nowhere.db')).finding
    expect(finding).toMatchObject({
      damaged: false,
      sentence: expect.stringContaining('could not be checked'),
    })
  })
})

describe('a second process on the same file', () => {
  test('that holds the lock makes a write busy; nothing is lost and the next write is stored', async () => {
    const store = await openStore(url)
    const put = (version: string) =>
      store.write(async (tx) => void (await tx.insert(notices).values({ version, publishedAt: new Date(0) })))
    await put('before')
    const other = new Database(file)
    other.exec('begin immediate')
    const error = await put('during').catch((reason: unknown) => reason)
    expect(faultOf(error)).toBe('busy')
    other.exec('commit')
    other.close()
    await put('after')
    const rows = await store.read.select({ version: notices.version }).from(notices)
    expect(rows.map((row) => row.version).sort()).toEqual(['after', 'before'])
    await store.close()
  })

  test('that writes at the same time loses nothing that either was told', async () => {
    await (await openStore(url)).close()
    const both = ['one', 'two'].map((name) => startWriter(url, { name, writers: 8 }))
    await Promise.all(both.map((writer) => writer.printed('ready')))
    await wait(1_500)
    for (const writer of both) writer.process.kill('SIGKILL')
    await Promise.all(both.map((writer) => writer.ended))
    const { integrity, keys, torn } = audit(file)
    expect({ integrity, torn }).toEqual({ integrity: 'ok', torn: [] })
    const told = both.map((writer) => acknowledged(writer.said()))
    expect(told.flat().filter((key) => !keys.has(key))).toEqual([])
    expect(told.flat().length).toBeGreaterThan(0)
    // Whoever had to wait too long was told so, and nothing else.
    const reasons = new Set(both.flatMap((writer) => faults(writer.said())))
    expect([...reasons].filter((reason) => reason !== 'busy')).toEqual([])
    console.log(`two processes: ${told.map((keys) => keys.length).join(' and ')} acknowledged, 0 lost`)
  })
})
