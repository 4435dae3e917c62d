import type Database from 'better-sqlite3'
import { queueCounts } from '#db/schema'
import type { Batch, Cell, PackedRows } from './batch.ts'
import { CROWD_TABLE_NAMES, CROWD_TABLES, type CrowdTable, columnsOfTable, nameOfTable } from './tables.ts'

/** Rows that one statement inserts: fewer calls into the engine, which is a good part of their cost. */
const TOGETHER = 16

/** Tables whose key is in no order: kept aside until all is there and inserted in order at the end. */
const SORTED: readonly CrowdTable[] = ['nameTerms', 'unitTerms', 'numberMarks']

type Value = string | number | Buffer | null

function inserterOf(connection: Database.Database, name: CrowdTable) {
  const columns = columnsOfTable(CROWD_TABLES[name])
  const width = columns.length
  const list = columns.map((column) => `"${column.name}"`).join(', ')
  const table = nameOfTable(CROWD_TABLES[name])
  const aside = SORTED.includes(name)
  if (aside) connection.exec(`create temp table "aside_${table}" as select ${list} from "${table}" limit 0`)
  const target = aside ? `temp."aside_${table}"` : `"${table}"`
  const row = `(${columns.map(() => '?').join(', ')})`
  const statement = (rows: number) =>
    connection.prepare(`insert into ${target} (${list}) values ${Array(rows).fill(row).join(', ')}`)
  const [many, single] = [statement(TOGETHER), statement(1)]
  const holdsBytes = columns.map((column) => column.bytes)

  /** The cells of some rows with their bytes put back in. */
  function valuesOf({ bytes }: PackedRows, cells: readonly Cell[], from: { byte: number }): Value[] {
    return cells.map((cell, at) => {
      if (cell === null || !holdsBytes[at % width]) return cell
      const value = Buffer.from(bytes.buffer, from.byte, Number(cell))
      from.byte += Number(cell)
      return value
    })
  }

  return {
    insert(rows: PackedRows): void {
      const from = { byte: 0 }
      const { cells } = rows
      let at = 0
      for (; at + TOGETHER * width <= cells.length; at += TOGETHER * width) {
        many.run(valuesOf(rows, cells.slice(at, at + TOGETHER * width), from))
      }
      for (; at < cells.length; at += width) single.run(valuesOf(rows, cells.slice(at, at + width), from))
    },
    /** Moves what was kept aside to its place. */
    settle(): void {
      if (!aside) return
      connection.exec(
        `insert or ignore into "${table}" (${list}) select ${list} from ${target} order by ${list}`,
      )
      connection.exec(`drop table ${target}`)
    },
  }
}

const COUNT = `insert into "${nameOfTable(queueCounts)}" (office_id, status, kind, n) values (?, ?, ?, ?)
  on conflict (office_id, status, kind) do update set n = n + excluded.n`

/** Writes batches into a file that nobody else has open. */
export function inserter(connection: Database.Database) {
  const tables = CROWD_TABLE_NAMES.map((name) => [name, inserterOf(connection, name)] as const)
  const count = connection.prepare(COUNT)
  return {
    insert(batch: Batch): void {
      connection.exec('begin')
      for (const [name, table] of tables) table.insert(batch.rows[name])
      for (const { officeId, status, kind, n } of batch.counts) count.run(officeId, status, kind, n)
      connection.exec('commit')
    },
    /** Ends the load: puts in what had to wait for the last row. */
    settle(): void {
      for (const [, table] of tables) table.settle()
    },
  }
}
