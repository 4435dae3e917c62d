import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'

// A load into a store that nobody has used yet. Nothing in it has been acknowledged to anybody, so that
// it need not survive a crash: the file is filled under another name, without a journal on the disk and without
// waiting for it. It gets its name back when it is whole, synced and checked. What a crash leaves under the
// other name is thrown away by the next load.

const FILLING = [
  'locking_mode=EXCLUSIVE',
  'journal_mode=MEMORY',
  'synchronous=OFF',
  'cache_size=-400000',
  'foreign_keys=OFF',
  'threads=2',
]

function syncPath(path: string): void {
  const descriptor = openSync(path, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

/** Ends the write-ahead log. @throws when another process has the file open */
function takeAlone(file: string): void {
  const connection = new Database(file, { timeout: 1_000 })
  try {
    connection.pragma('journal_mode=DELETE')
  } finally {
    connection.close()
  }
}

/** The schema's own indices, which are made in one sweep once the rows are there. */
function dropIndices(connection: Database.Database): string[] {
  const indices = connection
    .prepare("select name, sql from sqlite_master where type = 'index' and sql is not null order by rowid")
    .all() as { name: string; sql: string }[]
  for (const { name } of indices) connection.exec(`drop index "${name}"`)
  return indices.map(({ sql }) => sql)
}

/** Back to what the service expects, whole and on the disk. @throws when the engine finds damage */
function finish(connection: Database.Database, told: (phase: string) => void): void {
  told('Checking the file')
  const found = connection.pragma('quick_check(1)', { simple: true })
  if (found !== 'ok') throw new Error(`The file that was made is damaged: ${String(found)}.`)
  connection.pragma('synchronous=FULL')
  connection.pragma('journal_mode=WAL')
}

/**
 * Fills a SQLite store in one go.
 * @param file of a store that is empty but for what the service puts in, and that nobody has open
 * @param work writes the rows; what it leaves is committed
 * @param told is told what goes on after the rows
 * @throws when another process has the file open; the file is then as it was
 */
export async function fillInBulk(
  file: string,
  work: (connection: Database.Database) => Promise<void>,
  told: (phase: string) => void,
): Promise<void> {
  const filling = `${file}.filling`
  rmSync(filling, { force: true })
  takeAlone(file)
  renameSync(file, filling)
  const connection = new Database(filling)
  try {
    for (const pragma of FILLING) connection.pragma(pragma)
    const indices = dropIndices(connection)
    await work(connection)
    told('Making the indices')
    for (const sql of indices) connection.exec(sql)
    finish(connection, told)
  } finally {
    connection.close()
  }
  told('Waiting for the disk')
  syncPath(filling)
  if (existsSync(file)) throw new Error(`A store has been made at ${file} meanwhile; this one is ${filling}.`)
  renameSync(filling, file)
  syncPath(dirname(file))
}
