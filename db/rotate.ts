import { setTimeout as wait } from 'node:timers/promises'
import { and, asc, eq, notInArray, type SQL, sql } from 'drizzle-orm'
import type { Keyring } from '#lib/protect/keyring'
import { KEY_ID_AT, reseal, SealError } from '#lib/protect/seal'
import { columnOf, hexOf, keyByte, keyUse } from './key-use.ts'
import { type Row, SEALED_COLUMNS, type SealedColumn } from './sealed-columns.ts'
import type { Db, Store } from './store.ts'

/** Values that one transaction seals again: people's saves go between two of them. */
const BATCH = 500

/** What became of the values that were under another key than the current one. */
export interface Rotated {
  readonly resealed: number
  /** Changed or removed by somebody else between the look and the write, who has sealed with a key of their own. */
  readonly overtaken: number
  /** Rows whose value does not open, `people.sealed ID`; they stay as they are. */
  readonly unreadable: readonly string[]
}

/** Rows whose value is under another key, a page at a time in the order of their key. */
async function* pagesUnderOthers(db: Db, column: SealedColumn, keyId: number): AsyncGenerator<Row[]> {
  const { table, ids, field, head } = column
  const key = ids.map((id) => columnOf(table, id))
  const byte = keyByte(columnOf(table, field), head + KEY_ID_AT)
  // A value that was destroyed has no such byte; NULL is in no list and outside of none.
  const others = notInArray(byte, ['', hexOf(keyId)])
  let beyond: SQL | undefined
  for (;;) {
    const rows: Row[] = await db
      .select()
      .from(table)
      .where(and(others, beyond))
      .orderBy(...key.map((id) => asc(id)))
      .limit(BATCH)
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    const reached = key.map((id, n) => sql.param(last[ids[n] ?? ''], id))
    beyond = sql`(${sql.join(key, sql`, `)}) > (${sql.join(reached, sql`, `)})`
  }
}

interface Change {
  readonly row: Row
  readonly was: Buffer
  readonly becomes: Buffer
}

/** @returns nothing for a value that does not open */
function changeOf(ring: Keyring, column: SealedColumn, row: Row): Change | undefined {
  const was = row[column.field] as Buffer
  const { head, purpose } = column
  try {
    const again = reseal(ring, column.context(row), was.subarray(head), purpose)
    return { row, was, becomes: Buffer.concat([was.subarray(0, head), again]) }
  } catch (error) {
    if (error instanceof SealError) return undefined
    throw error
  }
}

/** Writes what has not been changed since it was read. @returns how many */
async function replace(
  tx: Db,
  { table, ids, field }: SealedColumn,
  changes: readonly Change[],
): Promise<number> {
  const value = columnOf(table, field)
  let written = 0
  for (const { row, was, becomes } of changes) {
    const here = ids.map((id) => eq(columnOf(table, id), row[id]))
    const hit = await tx
      .update(table)
      .set({ [field]: becomes })
      .where(and(...here, eq(value, was)))
      .returning({ value })
    written += hit.length
  }
  return written
}

/**
 * Seals with the ring's current key whatever is under another one, beside the running service. It may end anywhere:
 * what has been done is known by the key that a value names, and the next run goes on from there.
 * @param tell called after each batch with the values done so far and their number at the beginning
 * @param rest waits so many milliseconds between two batches, so that other writers have as much of the store
 */
export async function rotateKeys(
  store: Store,
  ring: Keyring,
  tell: (done: number, total: number) => void = () => {},
  rest: (ms: number) => Promise<unknown> = wait,
): Promise<Rotated> {
  const { current } = ring.seal
  let total = 0
  for (const { stays, keys } of await keyUse(store.read)) {
    if (!stays) for (const [key, n] of keys) total += key === current ? 0 : n
  }
  let [resealed, overtaken] = [0, 0]
  const unreadable: string[] = []
  for (const column of SEALED_COLUMNS) {
    for await (const rows of pagesUnderOthers(store.read, column, current)) {
      const changes = rows.flatMap((row) => {
        const change = changeOf(ring, column, row)
        if (!change) unreadable.push(`${column.name} ${column.ids.map((id) => row[id]).join(' ')}`)
        return change ?? []
      })
      const began = performance.now()
      const written = await store.write((tx) => replace(tx, column, changes))
      const took = performance.now() - began
      resealed += written
      overtaken += changes.length - written
      tell(resealed + overtaken + unreadable.length, total)
      await rest(took)
    }
  }
  return { resealed, overtaken, unreadable }
}
