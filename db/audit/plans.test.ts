import { join } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { keyring } from '#lib/protect/current'
import { recordEvent } from '../queries/events.ts'
import * as schema from '../schema.ts'
import type { Db, Store } from '../store.ts'
import { openTestStore } from '../testing.ts'
import { findEnd, linkEvents } from './link.ts'

// The trail is the largest table, and its end is looked for every two seconds: the engine itself says that
// neither looks through it.

let store: Store
let remove: () => Promise<void>
let file: Database.Database
let watched: Db
let seen: { sql: string; params: unknown[] }[] = []

const NOW = new Date('2026-07-01T02:00:00Z')

beforeAll(async () => {
  const opened = await openTestStore()
  ;({ store, remove } = opened)
  await store.write((tx) => recordEvent(tx, { at: NOW, actorId: 'a', role: 'system', verb: 'test' }))
  file = new Database(join(opened.folder, 'app.db'))
  const logger = { logQuery: (sql: string, params: unknown[]) => void seen.push({ sql, params }) }
  watched = drizzle(file, { schema, casing: 'snake_case', logger }) as unknown as Db
})
afterAll(async () => {
  file.close()
  await remove()
})

it('what waits and where the chain ends come out of their indices', async () => {
  await linkEvents(store, keyring(), NOW)
  await findEnd(watched)
  const seeing = { ...store, read: watched, write: <T>(work: (tx: Db) => Promise<T>) => work(watched) }
  await linkEvents(seeing, keyring(), NOW, await findEnd(store.read))
  seen = seen.filter(({ sql }) => /"events"/.test(sql))
  expect(seen.length).toBeGreaterThanOrEqual(3)
  for (const { sql, params } of seen) {
    const plan = (file.prepare(`explain query plan ${sql}`).all(...params) as { detail: string }[])
      .map(({ detail }) => detail)
      .join(' | ')
    expect(plan, sql).toMatch(/events_(link|unlinked)/)
    expect(plan, sql).not.toContain('TEMP B-TREE')
  }
})
