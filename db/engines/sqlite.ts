import { AsyncResource } from 'node:async_hooks'
import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { StoreError } from '../errors.ts'
import * as schema from '../schema.ts'
import type { Db, Engine } from '../store.ts'
import { checkWhole, isSmall } from './sqlite-check.ts'
import { keepStatements } from './sqlite-statements.ts'

/** Jobs that may share one commit, and so one fsync. */
const GROUP = 32

// better-sqlite3 is compiled so that WAL defaults to NORMAL, which may lose the last commits at a power
// cut: FULL must be set on every connection.
const PRAGMAS = [
  'journal_mode=WAL',
  'synchronous=FULL',
  'foreign_keys=ON',
  'busy_timeout=1000',
  'cache_size=-65536',
  'temp_store=MEMORY',
  'journal_size_limit=67108864',
  // 16 MB: a page that many commits change, of an index above all, goes to the file once for all of them.
  'wal_autocheckpoint=4000',
  // What is deleted is overwritten, not only set free: a discarded draft is gone from the file too.
  'secure_delete=ON',
]

function connect(file: string, readonly: boolean): Database.Database {
  const connection = new Database(file, { readonly })
  for (const pragma of PRAGMAS) if (!(readonly && pragma.startsWith('journal'))) connection.pragma(pragma)
  if (readonly) connection.pragma('mmap_size=4294967296')
  return connection
}

/** Where the generated migrations lie; the build runs from the project's folder. */
const MIGRATIONS = join(process.cwd(), 'db/migrations/sqlite')

interface Job {
  readonly work: (tx: Db) => Promise<unknown>
  readonly done: (value: unknown) => void
  readonly fail: (error: unknown) => void
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve))

/**
 * The writer: one connection, one queue. Whatever waits when a commit is due shares it; each job is a
 * savepoint of its own, and no caller is told before the commit has reached the disk.
 */
function writer(
  connection: Database.Database,
  db: Db,
): { write: Engine['write']; idle: () => Promise<void> } {
  const begin = connection.prepare('begin immediate')
  const commit = connection.prepare('commit')
  const savepoint = connection.prepare('savepoint job')
  const release = connection.prepare('release job')
  const queue: Job[] = []
  let draining: Promise<void> | undefined

  async function runGroup(group: readonly Job[]): Promise<void> {
    const settle: (() => void)[] = []
    begin.run()
    for (const job of group) {
      savepoint.run()
      try {
        const value = await job.work(db)
        release.run()
        settle.push(() => job.done(value))
      } catch (error) {
        if (!connection.inTransaction) throw error
        connection.exec('rollback to job; release job')
        settle.push(() => job.fail(error))
      }
    }
    commit.run()
    for (const tell of settle) tell()
  }

  async function drain(): Promise<void> {
    // A turn of the event loop between groups: the requests that wait are served meanwhile.
    for (await nextTurn(); queue.length > 0; await nextTurn()) {
      const group = queue.splice(0, GROUP)
      try {
        await runGroup(group)
      } catch (error) {
        if (connection.inTransaction) connection.exec('rollback')
        for (const job of group) job.fail(error)
      }
    }
    draining = undefined
  }

  return {
    write: <T>(work: (tx: Db) => Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        // Bound to the caller's context: the drain loop runs in that of whoever started it, and a job
        // must never see another request's cookies.
        const bound = AsyncResource.bind(work)
        queue.push({ work: bound, done: (value) => resolve(value as T), fail: reject })
        draining ??= drain()
      }),
    idle: async () => void (await draining),
  }
}

/** Opens (and makes, when missing) the SQLite file of a `file:` address and migrates it. */
export async function openSqlite(url: string): Promise<Engine> {
  const file = url.replace(/^file:/, '')
  const fresh = !existsSync(file)
  mkdirSync(dirname(file), { recursive: true })
  try {
    const write = connect(file, false)
    const db = drizzle(write, { schema, casing: 'snake_case' })
    // A large file is checked beside the service (`server/main.ts`): it would delay the start by a minute.
    if (!fresh && isSmall(file)) checkWhole(write, file)
    migrate(db, { migrationsFolder: MIGRATIONS })
    const read = connect(file, true)
    // The SQLite driver answers at once; queries are written for an engine that answers later.
    const queries = db as unknown as Db
    keepStatements(write)
    keepStatements(read)
    const { write: enqueue, idle } = writer(write, queries)
    return {
      read: drizzle(read, { schema, casing: 'snake_case' }) as unknown as Db,
      write: enqueue,
      // One process serves a file.
      alone: (work) => work(),
      async close() {
        await idle()
        read.close()
        write.pragma('wal_checkpoint(TRUNCATE)')
        write.close()
      },
    }
  } catch (error) {
    if (error instanceof StoreError) throw error
    throw new StoreError(`The database file ${file} cannot be opened: ${(error as Error).message}.`, {
      cause: error,
    })
  }
}
