import { AsyncLocalStorage } from 'node:async_hooks'
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import { env } from '#lib/env'
import { dialect } from './dialect.ts'
import { StoreError } from './errors.ts'
import type * as schema from './schema.ts'

type Full = BaseSQLiteDatabase<'async', never, typeof schema>
/** What queries see: statements that are awaited. Doors that exist in one engine only are shut by type. */
export type Db = Pick<Full, 'select' | 'selectDistinct' | 'insert' | 'update' | 'delete'>

/** One engine behind the two doors. */
export interface Engine {
  readonly read: Db
  /** Runs the work in one durable transaction; what it resolves to is on disk. */
  readonly write: <T>(work: (tx: Db) => Promise<T>) => Promise<T>
  /** Runs the work while no other process of this store does the same. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>
  readonly close: () => Promise<void>
}
export interface Store extends Engine {
  readonly kind: 'sqlite' | 'postgres'
}

/** A handle that dies with its transaction, so that a kept one fails instead of writing outside. */
function mortal(tx: Db): { handle: Db; end: () => void } {
  let live = true
  const handle = new Proxy(tx, {
    get(target, key) {
      if (!live) throw new StoreError('A transaction was used after it had ended.')
      const value: unknown = Reflect.get(target, key, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return {
    handle,
    end() {
      live = false
    },
  }
}

/** A write that has not ended by then is rolled back: it would hold every other writer. */
const DEADLINE_MS = 5_000

function withDeadline<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new StoreError('A write took longer than 5 seconds and was rolled back.')),
      DEADLINE_MS,
    )
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

function guard(engine: Engine): Store {
  const inside = new AsyncLocalStorage<true>()
  return {
    kind: dialect,
    read: engine.read,
    alone: engine.alone,
    close: engine.close,
    write(work) {
      if (inside.getStore()) throw new StoreError('write() was called inside write().')
      return inside.run(true, () =>
        engine.write(async (tx) => {
          const { handle, end } = mortal(tx)
          try {
            return await withDeadline(work(handle))
          } finally {
            end()
          }
        }),
      )
    },
  }
}

/** Opens a store and brings its tables up to date. @throws StoreError with one sentence */
export async function openStore(url: string): Promise<Store> {
  if (Number(process.versions.node.split('.')[0]) < 22) {
    throw new StoreError(`Node 22 or later is needed to open the store, this is ${process.versions.node}.`)
  }
  if (/^postgres(ql)?:/.test(url) !== (dialect === 'postgres')) {
    throw new StoreError('A process serves the kind of store that DATABASE_URL named when it started.')
  }
  if (dialect === 'postgres') {
    const { openPostgres } = await import('./engines/postgres.ts')
    return guard(await openPostgres(url))
  }
  const { openSqlite } = await import('./engines/sqlite.ts')
  return guard(await openSqlite(url))
}

// Next bundles this module more than once, and the small server loads it natively: one store for all.
const shared = globalThis as typeof globalThis & { collectionStore?: Promise<Store> }

/** The store of this process. */
export function store(): Promise<Store> {
  shared.collectionStore ??= openStore(env().databaseUrl)
  return shared.collectionStore
}

/** Finishes what is under way and lets go of the file or the server. */
export async function closeStore(): Promise<void> {
  const open = await shared.collectionStore
  shared.collectionStore = undefined
  await open?.close()
}
