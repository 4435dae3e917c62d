import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { end, freePort, type Service, serve } from '#support/service'
import { Rooms } from './support/rooms.ts'

const folder = mkdtempSync(join(tmpdir(), 'forecast-'))
const OFFICE = '410105'
let service: Service
let rooms: Rooms

/** As if the office had returned so often for these reasons. */
function returned(week: string, counts: Readonly<Record<string, number>>): void {
  const store = new Database(join(folder, 'app.db'))
  const add = store.prepare(
    'insert or replace into reason_weeks (office_id, week, code, n) values (?, ?, ?, ?)',
  )
  for (const [code, n] of Object.entries(counts)) add.run(OFFICE, week, code, n)
  store.close()
}

const checkPage = async () => (await rooms.open({ who: 'wangfang', path: '/collection/check' })).body
const sectionOf = (html: string) => /<section[^>]*data-forecast.*?<\/section>/s.exec(html)?.[0] ?? ''

beforeAll(async () => {
  service = await serve(folder, await freePort(), { APP_CLOCK: '2026-11-24T02:00:00Z' })
  rooms = new Rooms(service.origin)
})
afterAll(async () => {
  await end(service.child, 'SIGKILL')
  rmSync(folder, { recursive: true })
})

describe('before the submission', () => {
  test('nothing is said of an office that has hardly returned anything, or long ago', async () => {
    returned('2026-07-06', { RR01: 500 })
    expect(sectionOf(await checkPage())).toBe('')
  })

  test('what the office often returns is said with its share, each with a link to its field', async () => {
    returned('2026-11-16', { RR01: 30, RR12: 30, RR16: 30, '': 10 })
    const said = sectionOf(await checkPage())
    expect(said).toContain('金水区财政局近 13 周')
    expect(said).toContain('data-reason="RR01"')
    expect(said).toContain('href="/collection/personal#photo"')
    // No title was filled in, and the number comes from the identity platform.
    expect(said).not.toContain('RR12')
    expect(said).not.toContain('RR16')
    const field = await rooms.open({ who: 'wangfang', path: '/collection/personal' })
    expect(field.body).toMatch(/\sid="photo"/)
  })
})
