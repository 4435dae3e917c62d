import { mkdtempSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { recordEvent } from '#db/queries/events'
import { openStore, type Store } from '#db/store'

/** Callers that write at the same time, and writes that one commit holds. */
export const CALLERS = 32

const VERB = 'bench'
const INSERT = 'insert into events (at, actor_id, role, verb, facts) values (?, ?, ?, ?, ?)'

/** Contestants that write one event a transaction; each gives durable writes a second. */
export interface Writers {
  /** The store, one caller after the other. */
  readonly alone: (writes: number) => Promise<number>
  /** The store with many callers. */
  readonly many: (writes: number) => Promise<number>
  /** The engine without the store, as many writes a commit, each in a savepoint of its own. */
  readonly raw: (writes: number) => Promise<number>
}

const put = (store: Store) =>
  store.write((tx) => recordEvent(tx, { at: new Date(), actorId: VERB, role: 'system', verb: VERB }))

async function rateOf(writes: number, work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return (writes / (performance.now() - began)) * 1000
}

function rawWriter(file: string) {
  const connection = new Database(file)
  for (const pragma of ['journal_mode=WAL', 'synchronous=FULL']) connection.pragma(pragma)
  const insert = connection.prepare(INSERT)
  return {
    write(writes: number): void {
      for (let done = 0; done < writes; done += CALLERS) {
        connection.exec('begin immediate')
        for (let n = done; n < Math.min(writes, done + CALLERS); n++) {
          connection.exec('savepoint job')
          insert.run(Date.now(), VERB, 'system', VERB, '{}')
          connection.exec('release job')
        }
        connection.exec('commit')
      }
    },
    close: () => connection.close(),
  }
}

/** Runs contestants on two fresh stores on the disk of `beside`, which are thrown away. */
export async function withWriters<T>(beside: string, work: (writers: Writers) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(dirname(beside), 'bench-'))
  try {
    const store = await openStore(`file:${join(folder, 'store.db')}`)
    const bare = await openStore(`file:${join(folder, 'raw.db')}`)
    await bare.close()
    const raw = rawWriter(join(folder, 'raw.db'))
    const caller = async (writes: number) => {
      for (let n = 0; n < writes; n++) await put(store)
    }
    const result = await work({
      alone: (writes) => rateOf(writes, () => caller(writes)),
      many: (writes) =>
        rateOf(writes, async () => {
          await Promise.all(Array.from({ length: CALLERS }, () => caller(writes / CALLERS)))
        }),
      raw: (writes) => rateOf(writes, async () => raw.write(writes)),
    })
    raw.close()
    await store.close()
    return result
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
