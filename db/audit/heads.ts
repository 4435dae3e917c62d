import { asc, desc, eq } from 'drizzle-orm'
import type { ChainEnd } from '#lib/protect/audit-chain'
import type { Keyring } from '#lib/protect/keyring'
import { auditHeads } from '../schema.ts'
import type { Db, Store } from '../store.ts'
import { holdEnd } from './link.ts'

export type StoredHead = ChainEnd & { readonly day: string; readonly at: Date }

/**
 * Notes where the chain ends, once a day by whichever node comes first.
 * @param day in Shanghai, `YYYY-MM-DD`
 */
export async function noteHead(store: Store, ring: Keyring, day: string, now: Date): Promise<void> {
  const known = await store.read
    .select({ day: auditHeads.day })
    .from(auditHeads)
    .where(eq(auditHeads.day, day))
  if (known.length > 0) return
  await store.write(async (tx) => {
    const end = await holdEnd(tx, ring, now)
    await tx
      .insert(auditHeads)
      .values({ day, ...end, at: now })
      .onConflictDoNothing()
  })
}

/** All heads, the oldest first: one row a day. */
export const listHeads = (db: Db): Promise<StoredHead[]> =>
  db.select().from(auditHeads).orderBy(asc(auditHeads.day))

/** The head of the latest day. */
export async function findNewestHead(db: Db): Promise<StoredHead | undefined> {
  const [row] = await db.select().from(auditHeads).orderBy(desc(auditHeads.day)).limit(1)
  return row
}
