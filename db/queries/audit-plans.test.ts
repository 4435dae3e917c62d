import { join } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as schema from '../schema.ts'
import type { Db } from '../store.ts'
import { openTestStore } from '../testing.ts'
import { type AuditSearch, searchEvents } from './audit-search.ts'

// The record is the largest table: the engine itself says which index each search walks, and that none reads
// the table whole. A person has few events; every other page comes out of its index in order.

let remove: () => Promise<void>
let file: Database.Database
let watched: Db
const seen: { sql: string; params: unknown[] }[] = []

beforeAll(async () => {
  const opened = await openTestStore()
  remove = opened.remove
  file = new Database(join(opened.folder, 'app.db'))
  const logger = { logQuery: (sql: string, params: unknown[]) => void seen.push({ sql, params }) }
  watched = drizzle(file, { schema, casing: 'snake_case', logger }) as unknown as Db
})
afterAll(async () => {
  file.close()
  await remove()
})

const FROM = new Date('2026-06-01T00:00:00Z')
const AFTER = { at: new Date('2026-06-20T00:00:00Z'), id: 7 }

async function plan(search: AuditSearch, after?: typeof AFTER): Promise<string> {
  seen.length = 0
  await searchEvents(watched, search, after)
  return seen
    .flatMap(({ sql, params }) => {
      const values = params.map((value) => (value instanceof Date ? value.getTime() : value))
      return file.prepare(`explain query plan ${sql}`).all(...values) as { detail: string }[]
    })
    .map(({ detail }) => detail)
    .join(' | ')
}

const EVERYTHING = { actorId: 's', officeId: 'o', verb: 'claim', from: FROM, until: AFTER.at }

it.each([
  ['a person', { personId: 'p' }, 'events_person (person_id=?)'],
  ['a person with all the rest', { ...EVERYTHING, personId: 'p' }, 'events_person (person_id=?)'],
  ['a rare verb', { ...EVERYTHING, verb: 'closeOffice' }, 'events_verb (verb=? AND at>? AND at<?)'],
  ['staff', EVERYTHING, 'events_actor (actor_id=? AND at>? AND at<?)'],
  ['an office', { officeId: 'o' }, 'events_office (office_id=?)'],
  ['an office and a daily verb', { officeId: 'o', verb: 'claim' }, 'events_office (office_id=?)'],
  ['a verb', { verb: 'claim', from: FROM }, 'events_verb (verb=? AND at>?)'],
  ['a period', { from: FROM }, 'events_at (at>?)'],
  ['everything', {}, 'events_at'],
] as const)('a search for %s walks one index', async (_, search, index) => {
  for (const after of [undefined, AFTER]) {
    const found = await plan(search, after)
    expect(found).toContain(index.split(' ')[0])
    if (!after) expect(found).toContain(index)
    expect(found).not.toMatch(/SCAN events(?! USING INDEX)/)
    expect(found.includes('TEMP B-TREE'), found).toBe('personId' in search)
  }
})

it('a page behind a place begins there', async () => {
  expect(await plan({ officeId: 'o' }, AFTER)).toMatch(
    /events_office \(office_id=\? AND \(at,id\)<\(\?,\?\)\)|at<\?/,
  )
})
