import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'

/**
 * What asking alone may write: session clocks, pacing, kept forms, the notice's openings, the trail of looks; and
 * what the service writes of itself meanwhile, the chain of that trail and the messages that leave.
 */
const MAY_MOVE = new Set([
  'sessions',
  'attempts',
  'held_forms',
  'notice_openings',
  'events',
  'audit_start',
  'audit_heads',
  'outbox',
  'store_keys',
])

/** Opens a store to look at it. */
export function reading<T>(file: string, work: (database: Database.Database) => T): T {
  const database = new Database(file, { readonly: true })
  try {
    return work(database)
  } finally {
    database.close()
  }
}

/** The names of all tables. */
export const tablesOf = (database: Database.Database): string[] =>
  database.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[]

/** Every row of a table, as its values. */
export const rowsOf = (database: Database.Database, table: string): unknown[][] =>
  database.prepare(`select * from "${table}"`).raw().all() as unknown[][]

/** A digest of each table that nobody may move without a right. */
export const digests = (file: string): Record<string, string> =>
  reading(file, (database) => {
    const kept = tablesOf(database).filter((table) => !MAY_MOVE.has(table) && !/^(?:idp|sqlite)_/.test(table))
    return Object.fromEntries(
      kept.map((table) => {
        const lines = rowsOf(database, table).map((row) =>
          row.map((value) => (Buffer.isBuffer(value) ? value.toString('hex') : String(value))).join('|'),
        )
        return [table, createHash('sha256').update(lines.sort().join('\n')).digest('hex')]
      }),
    )
  })

/** One column of what a query finds. */
export const found = (file: string, query: string, ...values: readonly string[]): string[] =>
  reading(
    file,
    (database) =>
      database
        .prepare(query)
        .pluck()
        .all(...values) as string[],
  )
