import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { dialect } from './dialect.ts'
import { offices, people, storeKeys } from './schema.ts'
import { DEMO_PEOPLE } from './seed/people.ts'
import { openStore } from './store.ts'
import { emptyPlace } from './testing.ts'

let folder: string
let place: Awaited<ReturnType<typeof emptyPlace>>
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'collection-'))
  place = await emptyPlace(folder)
})
afterEach(async () => {
  await place.drop()
  rmSync(folder, { recursive: true })
})

/** Prepares the store in a process of its own. @returns its exit code and what it printed */
function prepared(): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['scripts/prepare.ts'], {
    env: { ...process.env, DATA_DIR: folder, DATABASE_URL: place.url, SEED: 'demo' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (said += piece))
  return new Promise((done) => child.on('close', (code) => done({ code, said })))
}

async function counts() {
  const store = await openStore(place.url)
  const [row] = await store.read.select().from(storeKeys)
  const found = {
    seeded: row?.seededAt instanceof Date,
    people: (await store.read.select({ id: people.id }).from(people)).length,
    offices: (await store.read.select({ id: offices.id }).from(offices)).length,
  }
  await store.close()
  return found
}

it('fills an empty store once, however often it is prepared', { timeout: 60_000 }, async () => {
  expect(await prepared()).toMatchObject({ code: 0 })
  const once = await counts()
  expect(once).toMatchObject({ seeded: true, people: DEMO_PEOPLE.length })
  expect(await prepared()).toMatchObject({ code: 0 })
  expect(await counts()).toEqual(once)
})

// A file is served by one process; several nodes stand before a server.
it.runIf(dialect === 'postgres')(
  'is filled once by three nodes that start together, under one key ring',
  { timeout: 60_000 },
  async () => {
    const nodes = await Promise.all([prepared(), prepared(), prepared()])
    expect(nodes.filter(({ code }) => code !== 0)).toEqual([])
    expect(await counts()).toMatchObject({ seeded: true, people: DEMO_PEOPLE.length })
  },
)
