import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const ENGINES = [
  ['sqlite', 'sqlite', ''],
  ['postgres', 'postgresql', 'postgres://localhost/none'],
] as const

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'migrations-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const written = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(sql|json)$/.test(name))
    .sort()
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')])

/** Writes into the copy what the schema asks for beyond the migrations there. @returns what the tool says */
function generate(dialect: string, url: string): string {
  const kit = join(ROOT, 'node_modules/drizzle-kit/bin.cjs')
  const asked = ['generate', `--dialect=${dialect}`, '--schema=db/schema.ts', '--casing=snake_case']
  // It takes an absolute path for a relative one.
  return execFileSync(process.execPath, [kit, ...asked, `--out=${relative(ROOT, folder)}`], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: url },
    // A question (was this column renamed?) must not wait for an answer.
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

describe.each(ENGINES)('the migrations of %s', (name, dialect, url) => {
  beforeEach(() => cpSync(join(ROOT, 'db/migrations', name), folder, { recursive: true }))

  it('lead to the schema: generating writes nothing more', () => {
    const before = written()
    // It ends with 0 when it fails as well, so that its word is taken.
    expect(generate(dialect, url)).toContain('No schema changes')
    expect(written()).toEqual(before)
  })
})

it('are found out when they lag behind the schema', () => {
  cpSync(join(ROOT, 'db/migrations/sqlite'), folder, { recursive: true })
  const snapshots = readdirSync(join(folder, 'meta')).filter((name) => name.endsWith('_snapshot.json'))
  const last = join(folder, 'meta', snapshots.sort().at(-1) ?? '')
  const snapshot = JSON.parse(readFileSync(last, 'utf8')) as { tables: Record<string, unknown> }
  delete snapshot.tables.outbox
  writeFileSync(last, JSON.stringify(snapshot))
  const before = written().length
  generate('sqlite', '')
  expect(written().length).toBeGreaterThan(before)
})
