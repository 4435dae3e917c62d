import type Database from 'better-sqlite3'
import { getTableColumns, getTableName, type Table } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'

type Stored = string | number | Buffer | null

/** A value as SQLite keeps it: the column kinds of `db/dialect`. */
const stored = (value: unknown): Stored => {
  if (value instanceof Date) return value.getTime()
  if (typeof value === 'boolean') return value ? 1 : 0
  return (value ?? null) as Stored
}

/** Rows for one table, written by one prepared statement of its own columns. */
export function inserterFor<T extends Table>(connection: Database.Database, table: T, conflict = '') {
  const names = Object.keys(getTableColumns(table))
  const columns = names.map((name) => `"${toSnakeCase(name)}"`).join(', ')
  const marks = names.map(() => '?').join(', ')
  const statement = connection.prepare(
    `insert into "${getTableName(table)}" (${columns}) values (${marks}) ${conflict}`,
  )
  return (row: T['$inferInsert']): void => {
    const values = row as Readonly<Record<string, unknown>>
    statement.run(names.map((name) => stored(values[name])))
  }
}
