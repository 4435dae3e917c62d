import { getTableColumns, getTableName, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { dialect } from '#db/dialect'
import { StoreError } from '#db/errors'
import type { Store } from '#db/store'
import { keyOf, type Row, rowOf, TABLES, type Tally, tallyOf } from './rows.ts'

/** Values that one statement may carry on either engine. */
const MOST_VALUES = 30_000
const MOST_ROWS = 1_000

interface Told {
  readonly total?: number
  readonly table?: string
  readonly end?: string
  readonly rows?: number
  readonly digest?: string
  readonly done?: boolean
}

/** What was copied of one table, and whether it reads back as it was sent. */
export interface Copied {
  readonly table: string
  readonly sent: Tally
  readonly stored: Tally
}

async function refuseFilled(store: Store): Promise<void> {
  for (const [name, table] of TABLES) {
    if ((await store.read.select().from(table).limit(1)).length > 0) {
      throw new StoreError(`The store to copy to is not empty: ${name} holds rows.`)
    }
  }
}

/** Lets numbers that PostgreSQL gives out go on behind those that were copied. */
async function moveNumbers(store: Store, table: SQLiteTable): Promise<void> {
  const [[, id] = []] = keyOf(table)
  if (dialect !== 'postgres' || !id || id.getSQLType() !== 'bigint' || !id.hasDefault) return
  const name = getTableName(table)
  await store.write((tx) =>
    tx.select({ at: sql`setval(pg_get_serial_sequence(${name}, 'id'), max(${id}))` }).from(table),
  )
}

/**
 * Stores the rows that `send` wrote and reads each table back.
 * @param progress called with the rows stored so far and the total
 * @throws StoreError when the store holds anything, or the lines end before their end
 */
export async function receive(
  store: Store,
  lines: AsyncIterable<string>,
  progress: (done: number, total: number) => void,
): Promise<Copied[]> {
  await refuseFilled(store)
  const copied: Copied[] = []
  let [total, done, finished] = [0, 0, false]
  let table: SQLiteTable | undefined
  let waiting: Row[] = []
  const flush = async () => {
    const [into, rows] = [table, waiting]
    waiting = []
    if (!into || rows.length === 0) return
    await store.write(async (tx) => void (await tx.insert(into).values(rows as never)))
    done += rows.length
    progress(done, total)
  }
  for await (const line of lines) {
    const told = JSON.parse(line) as Told | Parameters<typeof rowOf>[1]
    if (Array.isArray(told)) {
      if (!table) throw new StoreError('A row came before its table.')
      waiting.push(rowOf(table, told))
      const most = Math.min(MOST_ROWS, Math.floor(MOST_VALUES / Object.keys(getTableColumns(table)).length))
      if (waiting.length >= most) await flush()
      continue
    }
    const { table: name, end, rows = 0, digest = '', done: last, total: all } = told as Told
    if (all !== undefined) total = all
    if (name !== undefined) table = TABLES.get(name)
    if (name !== undefined && !table) throw new StoreError(`The table ${name} is not known here.`)
    if (end !== undefined && table) {
      await flush()
      copied.push({ table: end, sent: { rows, digest }, stored: await tallyOf(store.read, table) })
      if (rows > 0) await moveNumbers(store, table)
    }
    finished ||= last === true
  }
  if (!finished) throw new StoreError('The rows broke off; the store that was copied to must be thrown away.')
  return copied
}
