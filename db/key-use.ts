import {
  and,
  asc,
  count,
  eq,
  getTableColumns,
  getTableName,
  gt,
  isNotNull,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { AnySQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { KEY_ID_AT, keyIdOf } from '#lib/protect/seal'
import { dialect } from './dialect.ts'
import { events } from './schema.ts'
import { MACS, SEALED_COLUMNS, SEALED_FACTS } from './sealed-columns.ts'
import type { Db } from './store.ts'

/** How many values of one place were made with which key. */
export interface KeyUse {
  readonly name: string
  /** Whether they keep their key for good. */
  readonly stays: boolean
  /** Key id → number of values. */
  readonly keys: ReadonlyMap<number, number>
}

/** A field of a table as its column. */
export function columnOf(table: SQLiteTable, field: string): AnySQLiteColumn {
  const column: AnySQLiteColumn | undefined = getTableColumns(table)[field]
  if (!column) throw new Error(`The table ${getTableName(table)} has no column ${field}.`)
  return column
}

/** The byte of a value that names its key, as `hexOf` writes it; empty for a value that was destroyed. */
export const keyByte = (column: AnySQLiteColumn, at: number): SQL<string> =>
  dialect === 'postgres'
    ? sql`encode(substr(${column}, ${at + 1}, 1), 'hex')`
    : sql`lower(hex(substr(${column}, ${at + 1}, 1)))`

/** A key id as two hexadecimal digits. */
export const hexOf = (keyId: number): string => keyId.toString(16).padStart(2, '0')

async function columnKeys(
  db: Db,
  table: SQLiteTable,
  field: string,
  at: number,
): Promise<Map<number, number>> {
  const column = columnOf(table, field)
  const rows = await db
    .select({ key: keyByte(column, at), n: count() })
    .from(table)
    .where(isNotNull(column))
    .groupBy(sql`1`)
  return new Map(rows.flatMap(({ key, n }) => (key === '' ? [] : [[Number.parseInt(key, 16), n] as const])))
}

const PAGE = 1_000

async function factKeys(db: Db, verb: string, fact: string): Promise<Map<number, number>> {
  const keys = new Map<number, number>()
  let beyond: SQL | undefined
  for (;;) {
    const rows = await db
      .select({ id: events.id, at: events.at, facts: events.facts })
      .from(events)
      .where(and(eq(events.verb, verb), beyond))
      .orderBy(asc(events.at), asc(events.id))
      .limit(PAGE)
    for (const { facts } of rows) {
      const value = (JSON.parse(facts) as Readonly<Record<string, unknown>>)[fact]
      const key = typeof value === 'string' ? keyIdOf(Buffer.from(value, 'base64')) : undefined
      if (key !== undefined) keys.set(key, (keys.get(key) ?? 0) + 1)
    }
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return keys
    beyond = or(gt(events.at, last.at), and(eq(events.at, last.at), gt(events.id, last.id)))
  }
}

/** What the keys of the ring are used for: every sealed column, then what keeps its key. */
export async function keyUse(db: Db): Promise<KeyUse[]> {
  const use: KeyUse[] = []
  for (const { name, table, field, head } of SEALED_COLUMNS) {
    use.push({ name, stays: false, keys: await columnKeys(db, table, field, head + KEY_ID_AT) })
  }
  for (const { table, field } of MACS) {
    const name = `${getTableName(table)}.${field}`
    use.push({ name, stays: true, keys: await columnKeys(db, table, field, 0) })
  }
  for (const [verb, fact] of SEALED_FACTS) {
    use.push({ name: `events.facts ${verb}`, stays: true, keys: await factKeys(db, verb, fact) })
  }
  return use
}
