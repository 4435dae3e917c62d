import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { createKeyring } from '#lib/protect/keyring'
import { dialect } from './dialect.ts'
import { openStore, type Store } from './store.ts'

interface Place {
  readonly url: string
  readonly drop: () => Promise<void>
}

/** Runs one statement in the database that DATABASE_URL names. */
async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

/** A new database on the server of DATABASE_URL, beside the one that it names. */
async function createDatabase(): Promise<Place> {
  const server = process.env.DATABASE_URL ?? ''
  const name = `test_${randomBytes(8).toString('hex')}`
  await onServer(server, `create database ${name} template template0 encoding 'UTF8' lc_collate 'C'`)
  const url = new URL(server)
  url.pathname = name
  return { url: url.href, drop: () => onServer(server, `drop database ${name} with (force)`) }
}

/** An address where a store may be made: a file in the folder, or a new database on the server. */
export const emptyPlace = async (folder: string, name = 'app'): Promise<Place> =>
  dialect === 'postgres'
    ? createDatabase()
    : { url: `file:${join(folder, `${name}.db`)}`, drop: async () => {} }

/**
 * A fresh migrated store with a key ring, in a folder of its own, and the function that removes it. It
 * becomes the data folder of the process, so that a test file opens at most one. Where DATABASE_URL names
 * PostgreSQL the store is a database of its own on that server. For tests only.
 */
export async function openTestStore(): Promise<{
  store: Store
  folder: string
  url: string
  remove: () => Promise<void>
}> {
  const folder = mkdtempSync(join(tmpdir(), 'collection-'))
  process.env.DATA_DIR = folder
  createKeyring(join(folder, 'keyring.json'))
  const made = await emptyPlace(folder)
  const store = await openStore(made.url)
  return {
    store,
    folder,
    url: made.url,
    async remove() {
      await store.close()
      await made.drop()
      rmSync(folder, { recursive: true })
    },
  }
}
