import { createHash, type Hash } from 'node:crypto'
import { asc, getTableColumns, getTableName, is, type SQL, sql, Table } from 'drizzle-orm'
import { type PgTable, getTableConfig as postgresConfig } from 'drizzle-orm/pg-core'
import {
  type AnySQLiteColumn,
  type SQLiteTable,
  getTableConfig as sqliteConfig,
} from 'drizzle-orm/sqlite-core'
import { dialect } from '#db/dialect'
import * as schema from '#db/schema'
import type { Db } from '#db/store'

export type Row = Readonly<Record<string, unknown>>

/** Every table of the store, by name. */
export const TABLES: ReadonlyMap<string, SQLiteTable> = new Map(
  Object.values(schema)
    .filter((value) => is(value, Table))
    .map((table) => [getTableName(table), table]),
)

/** The columns of the primary key by field, which both engines sort alike. */
export function keyOf(table: SQLiteTable): [field: string, column: AnySQLiteColumn][] {
  const { columns, primaryKeys } =
    dialect === 'postgres'
      ? (postgresConfig(table as unknown as PgTable) as unknown as ReturnType<typeof sqliteConfig>)
      : sqliteConfig(table)
  const names = (primaryKeys[0]?.columns ?? columns.filter((column) => column.primary)).map((c) => c.name)
  // PostgreSQL's kit describes a key by columns that cannot be queried.
  const key = Object.entries(getTableColumns(table)).filter(([, column]) => names.includes(column.name))
  if (key.length === 0) throw new Error(`The table ${getTableName(table)} has no primary key.`)
  return key
}

const PAGE = 1_000

/** All rows of a table in the order of its key, a page at a time. */
export async function* pagesOf(db: Db, table: SQLiteTable): AsyncGenerator<Row[]> {
  const key = keyOf(table)
  let beyond: SQL | undefined
  for (;;) {
    const rows: Row[] = await db
      .select()
      .from(table)
      .where(beyond)
      .orderBy(...key.map(([, column]) => asc(column)))
      .limit(PAGE)
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return
    const columns = key.map(([, column]) => column)
    const values = key.map(([field, column]) => sql.param(last[field], column))
    beyond = sql`(${sql.join(columns, sql`, `)}) > (${sql.join(values, sql`, `)})`
  }
}

/** A row as one line, the same whichever engine it comes from. */
export function lineOf(table: SQLiteTable, row: Row): string {
  const values = Object.keys(getTableColumns(table)).map((name) => {
    const value = row[name]
    if (value instanceof Date) return { at: value.getTime() }
    return Buffer.isBuffer(value) ? { bytes: value.toString('base64') } : (value ?? null)
  })
  return JSON.stringify(values)
}

type Sent = string | number | boolean | null | { at: number } | { bytes: string }

/** The row of a line. */
export function rowOf(table: SQLiteTable, values: readonly Sent[]): Row {
  const opened = values.map((value) => {
    if (value === null || typeof value !== 'object') return value
    return 'at' in value ? new Date(value.at) : Buffer.from(value.bytes, 'base64')
  })
  return Object.fromEntries(Object.keys(getTableColumns(table)).map((name, at) => [name, opened[at]]))
}

export interface Tally {
  readonly rows: number
  /** SHA-256 of the lines, in hex. */
  readonly digest: string
}

/** Counts and digests lines as they pass. */
export function tallying(): { add: (line: string) => void; tally: () => Tally } {
  const hash: Hash = createHash('sha256')
  let rows = 0
  return {
    add(line) {
      rows++
      hash.update(line).update('\n')
    },
    tally: () => ({ rows, digest: hash.digest('hex') }),
  }
}

/** Count and digest of what a table holds. */
export async function tallyOf(db: Db, table: SQLiteTable): Promise<Tally> {
  const { add, tally } = tallying()
  for await (const rows of pagesOf(db, table)) for (const row of rows) add(lineOf(table, row))
  return tally()
}

/** The lines of a stream of text. `readline` loses those that come before somebody asks. */
export async function* linesOf(stream: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of stream) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}
