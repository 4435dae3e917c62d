import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { faultOf, StoreError } from '../errors.ts'
import * as schema from '../schema.ts'
import type { Db, Engine } from '../store.ts'

/** Where the generated migrations lie; the build runs from the project's folder. */
const MIGRATIONS = join(process.cwd(), 'db/migrations/postgres')
/** Nodes that start together migrate one after the other. */
const MIGRATION_LOCK = 4101
/** Who holds it works alone. */
const ALONE_LOCK = 4102
/** Connections of one node: as many again for reading. */
const CONNECTIONS = 10
/** How often a write is tried that other writers made impossible. */
const ATTEMPTS = 8
/** How often one that inserted what another writer was inserting: two such rows may follow each other. */
const OVERTAKEN = 3
const LEAST_VERSION = 15

const SETTINGS = { schema, casing: 'snake_case' as const }

/** `host:port/database` of an address, without who signs in and how. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) return 'of DATABASE_URL'
  const { host, pathname, searchParams } = new URL(url)
  return `${host || searchParams.get('host') || 'localhost'}${pathname}`
}

/** One sentence about a server that cannot be used; other errors stay what they are. */
function told(error: unknown, url: string): unknown {
  if (faultOf(error) !== 'away') return error
  return new StoreError(`The PostgreSQL server ${placeOf(url)} does not answer.`, { cause: error })
}

interface Row {
  readonly version: string
  readonly collation: string
  readonly encoding: string
  readonly durable: string
}

/** Refuses a database in which the queries would sort, or a commit would hold, otherwise than they must. */
async function check(client: pg.Client): Promise<void> {
  const { rows } = await client.query<Row>(
    `select current_setting('server_version_num') as version, datcollate as collation,
      pg_encoding_to_char(encoding) as encoding, current_setting('synchronous_commit') as durable
      from pg_database where datname = current_database()`,
  )
  const [row] = rows
  if (!row) throw new StoreError('The PostgreSQL database does not tell its settings.')
  if (Number(row.version) < LEAST_VERSION * 10_000) {
    throw new StoreError(`PostgreSQL ${LEAST_VERSION} or later is needed.`)
  }
  if (row.encoding !== 'UTF8' || !/^(C|POSIX|C\.utf-?8)$/i.test(row.collation)) {
    throw new StoreError(
      `The PostgreSQL database must be created with ENCODING 'UTF8' and LC_COLLATE 'C', not ${row.encoding} and ${row.collation}.`,
    )
  }
  if (row.durable === 'off') throw new StoreError('synchronous_commit of PostgreSQL must not be off.')
}

/** Works over a connection of its own, which is closed afterwards; that gives back its locks too. */
async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

const lock = (client: pg.Client, number: number) => client.query('select pg_advisory_lock($1)', [number])

const prepare = (url: string): Promise<void> =>
  connected(url, async (client) => {
    await check(client)
    await lock(client, MIGRATION_LOCK)
    await migrate(drizzle(client, SETTINGS), { migrationsFolder: MIGRATIONS })
  })

function pool(url: string, settings: string): pg.Pool {
  const made = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: 5_000,
    onConnect: async (client) => void (await client.query(settings)),
  })
  // A connection that the server closes is replaced at the next use, and what it was doing fails by itself;
  // without listeners, on the idle and on the busy ones, the process would end.
  made.on('error', () => {})
  made.on('connect', (client) => void client.on('error', () => {}))
  return made
}

/** Opens the database of a `postgres:` address and migrates it. */
export async function openPostgres(url: string): Promise<Engine> {
  try {
    await prepare(url)
  } catch (error) {
    const known = told(error, url)
    if (known instanceof StoreError) throw known
    const reason = error instanceof Error ? error.message : String(error)
    throw new StoreError(`The PostgreSQL database ${placeOf(url)} cannot be opened: ${reason}.`, {
      cause: error,
    })
  }
  // No statement outlives the deadline of its write, so that the connection comes back.
  const writers = pool(url, 'set statement_timeout = 5000')
  const readers = pool(url, 'set default_transaction_read_only = on')
  const db = drizzle(writers, SETTINGS)
  return {
    // The kits build the same statements; queries are typed on the one of SQLite.
    read: drizzle(readers, SETTINGS) as unknown as Db,
    async write(work) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await db.transaction((tx) => work(tx as unknown as Db), { isolationLevel: 'read committed' })
        } catch (error) {
          const fault = faultOf(error)
          // Who looked, found nothing and inserted may have been overtaken: done again, the work finds it.
          const again = fault === 'unique' ? attempt < OVERTAKEN : fault === 'retry' && attempt < ATTEMPTS
          if (!again) throw told(error, url)
          await wait(Math.random() * 5 * 2 ** attempt)
        }
      }
    },
    alone: (work) =>
      connected(url, async (client) => {
        await lock(client, ALONE_LOCK)
        return work()
      }),
    async close() {
      await Promise.all([writers.end(), readers.end()])
    },
  }
}
