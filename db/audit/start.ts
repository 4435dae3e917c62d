import { count, lte } from 'drizzle-orm'
import { type ChainStart, macOfStart } from '#lib/protect/audit-chain'
import type { Keyring } from '#lib/protect/keyring'
import { StoreError } from '../errors.ts'
import { auditStart, events } from '../schema.ts'
import type { Db, Store } from '../store.ts'

export type StoredStart = ChainStart & { readonly mac: Buffer }

/** Where the chain of this store begins; nothing before its first link was asked for. */
export async function findStart(db: Db): Promise<StoredStart | undefined> {
  const [row] = await db.select().from(auditStart).limit(1)
  return row
}

/** Begins the chain behind so many events, unless it has begun. */
export async function beginChain(tx: Db, ring: Keyring, now: Date, before: number): Promise<void> {
  const start = { before, at: now }
  await tx
    .insert(auditStart)
    .values({ id: 1, ...start, mac: macOfStart(ring, start) })
    .onConflictDoNothing()
}

/** Events that stand before the chain. Reads them all. */
export async function countBefore(db: Db): Promise<number> {
  const [row] = await db.select({ n: count() }).from(events).where(lte(events.link, 0))
  return row?.n ?? 0
}

/**
 * Begins the chain of a store that was filled in bulk: a province's ten million events are left as they are.
 * @throws StoreError when it has begun already, and so without them
 */
export async function beginBehindBulk(store: Store, ring: Keyring, now: Date): Promise<void> {
  if (await findStart(store.read)) throw new StoreError('The chain of this store has already begun.')
  const before = await countBefore(store.read)
  await store.write((tx) => beginChain(tx, ring, now, before))
}
