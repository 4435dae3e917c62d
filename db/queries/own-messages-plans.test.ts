import { join } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as schema from '../schema.ts'
import type { Db } from '../store.ts'
import { openTestStore } from '../testing.ts'
import { dueMessages } from './outbox.ts'
import { listOwnMessages, markMessagesRead } from './own-messages.ts'

// The trail is the largest table, and the outbox grows with every decision: the engine itself says how they are
// walked. A person has few events, which come out of their index in order.

let remove: () => Promise<void>
let file: Database.Database
let watched: Db
const seen: { sql: string; params: unknown[] }[] = []
const NOW = new Date('2026-07-01T01:00:00Z')

beforeAll(async () => {
  const opened = await openTestStore()
  remove = opened.remove
  file = new Database(join(opened.folder, 'app.db'))
  const logger = { logQuery: (sql: string, params: unknown[]) => void seen.push({ sql, params }) }
  watched = drizzle(file, { schema, casing: 'snake_case', logger }) as unknown as Db
  file
    .prepare(
      "insert into events (at, actor_id, role, verb, person_id, facts) values (?, 'a', 'b', 'forward', 'p', '{}')",
    )
    .run(NOW.getTime() - 1000)
})
afterAll(async () => {
  file.close()
  await remove()
})

const plans = (): string[] =>
  seen
    .filter(({ sql }) => sql.startsWith('select'))
    .map(({ sql, params }) => {
      const values = params.map((value) => (value instanceof Date ? value.getTime() : value))
      const rows = file.prepare(`explain query plan ${sql}`).all(...values) as { detail: string }[]
      return rows.map(({ detail }) => detail).join(' | ')
    })

it.each([undefined, 7])(
  'a page of messages before %s walks the person’s own events in order',
  async (before) => {
    seen.length = 0
    await listOwnMessages(watched, 'p', NOW, before)
    await listOwnMessages(watched, 'p', NOW)
    const found = plans()
    expect(found.length).toBeGreaterThanOrEqual(3)
    for (const plan of found) {
      expect(plan).toMatch(/^SEARCH events USING INDEX events_person \(person_id=\?/)
      expect(plan).not.toMatch(/TEMP B-TREE|SCAN/)
    }
    expect(found[0]).toContain('decisions_application (application_id=?)')
  },
)

it('to mark them looks no further', async () => {
  seen.length = 0
  await markMessagesRead(watched, 'p', NOW, NOW)
  for (const plan of plans()) expect(plan).not.toMatch(/TEMP B-TREE|SCAN/)
})

it('what is due is found by when it leaves', async () => {
  seen.length = 0
  await dueMessages(watched, NOW, new Date(0), 10)
  expect(plans()).toEqual([
    expect.stringMatching(/^SEARCH outbox USING INDEX outbox_leaves \(leaves_at>\? AND leaves_at<\?\)$/),
  ])
})
