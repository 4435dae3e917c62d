import * as p from 'drizzle-orm/pg-core'
import * as s from 'drizzle-orm/sqlite-core'

/**
 * The one switch between the two engines, thrown once at module load by DATABASE_URL. Column types are
 * those of the SQLite kit; the PostgreSQL kit is held to the same names and the same JavaScript values.
 */
export const dialect: 'sqlite' | 'postgres' = /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? '')
  ? 'postgres'
  : 'sqlite'

const sqlite = {
  table: s.sqliteTable,
  index: s.index,
  uniqueIndex: s.uniqueIndex,
  primaryKey: s.primaryKey,
  id: () => s.integer().primaryKey({ autoIncrement: true }),
  int: () => s.integer(),
  text: () => s.text(),
  bool: () => s.integer({ mode: 'boolean' }),
  instant: () => s.integer({ mode: 'timestamp_ms' }),
  bytes: () => s.blob({ mode: 'buffer' }),
}

const bytea = p.customType<{ data: Buffer }>({ dataType: () => 'bytea' })
const postgres = {
  table: p.pgTable,
  index: p.index,
  uniqueIndex: p.uniqueIndex,
  primaryKey: p.primaryKey,
  id: () => p.bigint({ mode: 'number' }).primaryKey().generatedByDefaultAsIdentity(),
  int: () => p.bigint({ mode: 'number' }),
  text: () => p.text(),
  bool: () => p.boolean(),
  instant: () => p.timestamp({ withTimezone: true, precision: 3, mode: 'date' }),
  bytes: () => bytea(),
}

// Compile-time proof that a column kind yields the same value on both engines.
type Data<B> = B extends { _: { data: infer D } } ? D : never
type ColumnKind = 'id' | 'int' | 'text' | 'bool' | 'instant' | 'bytes'
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false
type Proof = {
  [K in ColumnKind]: Same<Data<ReturnType<(typeof sqlite)[K]>>, Data<ReturnType<(typeof postgres)[K]>>>
}
export const SAME_VALUES: Proof = { id: true, int: true, text: true, bool: true, instant: true, bytes: true }

export const { table, index, uniqueIndex, primaryKey, id, int, text, bool, instant, bytes } =
  dialect === 'postgres' ? (postgres as unknown as typeof sqlite) : sqlite
