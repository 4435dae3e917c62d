import { spawnSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { recordEvent } from '#db/queries/events'
import { storeKeys } from '#db/schema'
import { seedReference } from '#db/seed/reference'
import type { Store } from '#db/store'
import { openTestStore } from '#db/testing'
import { pastTriggers } from '#db/testing-outside'
import { keyring } from '#lib/protect/current'
import { createKeyring, keyringFingerprint } from '#lib/protect/keyring'
import { HEADS_FILE, trailKeeper } from '#server/trail'

const ROOT = join(import.meta.dirname, '..')
const NOW = new Date('2026-07-01T02:00:00Z')

let store: Store
let folder: string
let url: string
let remove: () => Promise<void>

const happen = (on: Store, n: number) =>
  on.write(async (tx) => {
    for (let nth = 0; nth < n; nth++)
      await recordEvent(tx, { at: NOW, actorId: 'a', role: 'system', verb: 'test', facts: { nth } })
  })

beforeAll(async () => {
  ;({ store, folder, url, remove } = await openTestStore())
  await seedReference(store, NOW)
  const fingerprint = keyringFingerprint(keyring())
  await store.write(async (tx) => void (await tx.insert(storeKeys).values({ id: 1, fingerprint })))
  await happen(store, 5)
  await trailKeeper(keyring(), join(folder, HEADS_FILE))(store, NOW)
  await happen(store, 1)
})
afterAll(() => remove())

function script(name: string, settings: Record<string, string>, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/${name}.ts`, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, DATA_DIR: folder, DATABASE_URL: url, ...settings },
  })
  return { status, stdout, stderr }
}
const verify = (settings: Record<string, string> = {}, ...args: string[]) =>
  script('audit-verify', settings, ...args)

/** A file of heads that somebody has kept. */
function kept(text: string): string {
  const file = join(folder, 'kept.txt')
  writeFileSync(file, text)
  return file
}

it('says how far the trail is whole, by the heads of the store and of the file beside it', () => {
  const { status, stdout } = verify()
  expect(stdout).toMatch(/events followed, 2 heads compared; 1 not linked yet, 0 from before the chain\.\n/)
  expect(stdout).toContain('The trail is whole.')
  expect(status).toBe(0)
})

it.each([
  [
    'a head beyond the end',
    '2026-07-02 900 01aaaaaa…bbbbbbbb',
    /head of 2026-07-02 in .*kept\.txt stands at link 900/,
  ],
  ['a line that is no head', '2026-07-01 drei', /Line 1 of .*kept\.txt is no head/],
])('%s in a file from elsewhere is told', (_, text, sentence) => {
  const { status, stderr } = verify({}, '--heads', kept(text))
  expect(stderr).toMatch(sentence)
  expect(status).toBe(1)
})

it('says which file or store is not there, and makes none', () => {
  expect(verify({}, '--heads', '/none/heads')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('/none/heads is not there'),
  })
  const absent = join(folder, 'absent.db')
  if (!url.startsWith('file:')) return
  expect(verify({ DATABASE_URL: `file:${absent}` })).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('is not there'),
  })
  expect(existsSync(absent)).toBe(false)
})

it('says that the key ring is another one', () => {
  const other = join(folder, 'other.json')
  createKeyring(other)
  const { status, stderr } = verify({ KEYRING: other })
  expect(stderr).toContain('is not the key ring this store was made with')
  expect(status).toBe(1)
})

it('names the first link that is wrong', async () => {
  await pastTriggers(url, "update events set verb = 'other' where link in (3, 4)")
  const { status, stderr } = verify()
  expect(stderr).toMatch(/Link 3 is not what was written: event \d+ of 2026-07-01T02:00:00\.000Z/)
  expect(status).toBe(1)
  rmSync(join(folder, HEADS_FILE))
})
