import { getTableColumns, getTableName, is, Table } from 'drizzle-orm'
import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { expect, it } from 'vitest'
import { dialect } from './dialect.ts'
import * as schema from './schema.ts'
import { MACS, SEALED_COLUMNS } from './sealed-columns.ts'

const BYTES = ['blob', 'bytea']

it('names every column of bytes: what is sealed, and the codes of the trail', () => {
  const stored = Object.values(schema)
    .filter((value) => is(value, Table))
    .flatMap((table) =>
      Object.entries(getTableColumns(table))
        .filter(([, column]) => BYTES.includes(column.getSQLType()))
        .map(([field]) => `${getTableName(table)}.${field}`),
    )
  expect(stored.length).toBeGreaterThan(15)
  const macs = MACS.map(({ table, field }) => `${getTableName(table)}.${field}`)
  expect([...SEALED_COLUMNS.map(({ name }) => name), ...macs].sort()).toEqual(stored.sort())
})

it.runIf(dialect === 'sqlite')('walks each table by its whole primary key', () => {
  for (const { table, ids, name } of SEALED_COLUMNS) {
    const { columns, primaryKeys } = getTableConfig(table)
    const key = primaryKeys[0]?.columns ?? columns.filter((column) => column.primary)
    expect([...ids], name).toEqual(key.map((column) => column.name))
  }
})
