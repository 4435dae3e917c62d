import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { listHeads } from '#db/audit/heads'
import { recordEvent } from '#db/queries/events'
import { events } from '#db/schema'
import type { Store } from '#db/store'
import { openTestStore } from '#db/testing'
import { pastTriggers } from '#db/testing-outside'
import { headLine } from '#lib/protect/audit-heads'
import { keyring } from '#lib/protect/current'
import { HEADS_FILE, trailKeeper } from './trail.ts'

let store: Store
let url: string
let folder: string
let file: string
let remove: () => Promise<void>
const said = vi.spyOn(console, 'error').mockImplementation(() => {})
beforeAll(async () => {
  ;({ store, url, folder, remove } = await openTestStore())
  file = join(folder, HEADS_FILE)
})
beforeEach(() =>
  pastTriggers(url, 'delete from events', 'delete from audit_start', 'delete from audit_heads'),
)
afterEach(() => {
  rmSync(file, { recursive: true, force: true })
  said.mockClear()
})
afterAll(async () => {
  said.mockRestore()
  await remove()
})

/** Hours after midnight of 1 July in Shanghai. */
const hour = (n: number) => new Date(Date.parse('2026-07-01T00:00:00+08:00') + n * 3_600_000)
const happen = (n: number) =>
  store.write(async (tx) => {
    for (let nth = 0; nth < n; nth++)
      await recordEvent(tx, { at: hour(0), actorId: 'a', role: 'system', verb: 'test' })
  })
const lines = () => readFileSync(file, 'utf8').split('\n')
const stored = async () => (await listHeads(store.read)).map((head) => headLine(head))

it('links what has happened, and notes a head a day in the store and in a file of the owner alone', async () => {
  const keep = trailKeeper(keyring(), file)
  await happen(3)
  await keep(store, hour(1))
  await happen(2)
  await keep(store, hour(23))
  expect(lines()).toEqual([...(await stored()), ''])
  expect(lines()[0]).toMatch(/^2026-07-01 3 01[0-9a-f]{64}$/)
  await keep(store, hour(24))
  expect(lines().map((line) => line.slice(0, 12))).toEqual(['2026-07-01 3', '2026-07-02 5', ''])
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(said).not.toHaveBeenCalled()
})

it('adds what a file lacks, once, and leaves what stands there', async () => {
  await happen(1)
  await trailKeeper(keyring(), file)(store, hour(1))
  writeFileSync(file, '# another disk\n2026-07-01 9 torn')
  await trailKeeper(keyring(), file)(store, hour(25))
  await trailKeeper(keyring(), file)(store, hour(26))
  expect(lines()).toEqual(['# another disk', '2026-07-01 9 torn', ...(await stored()), ''])
})

it('goes on when the file cannot be written, and says so once a day', async () => {
  mkdirSync(file)
  const keep = trailKeeper(keyring(), file)
  await happen(1)
  for (const n of [1, 2, 3, 25, 26]) await keep(store, hour(n))
  expect(await stored()).toHaveLength(2)
  expect(said.mock.calls.map(([sentence]) => String(sentence))).toEqual(
    Array(2).fill(expect.stringMatching(/^The head of the trail was not written to .*audit-heads\.log: /)),
  )
})

it('takes no head before a backlog is linked', async () => {
  await store.write(async (tx) => {
    const row = { at: hour(0), actorId: 'a', role: 'system', verb: 'test', facts: '{}' }
    for (let n = 0; n < 5; n++) await tx.insert(events).values(Array.from({ length: 900 }, () => row))
  })
  const keep = trailKeeper(keyring(), file)
  await keep(store, hour(1))
  expect(existsSync(file)).toBe(false)
  await keep(store, hour(1))
  expect(lines()[0]).toMatch(/^2026-07-01 4500 /)
})

it('says once that the trail was changed beneath it, and adds nothing to it', async () => {
  const keep = trailKeeper(keyring(), file)
  await happen(3)
  await keep(store, hour(1))
  await pastTriggers(url, 'delete from events where link = 3')
  await happen(1)
  for (const n of [2, 3, 25]) await keep(store, hour(n))
  expect(said.mock.calls).toEqual([[expect.stringContaining('changed beneath the service')]])
  expect(lines()).toHaveLength(2)
  expect((await store.read.select().from(events)).map(({ link }) => link)).toEqual([1, 2, null])
})
