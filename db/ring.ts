import { eq } from 'drizzle-orm'
import { type Keyring, keyringFingerprint } from '#lib/protect/keyring'
import { StoreError } from './errors.ts'
import { storeKeys } from './schema.ts'
import type { Db } from './store.ts'

/**
 * A store belongs to one key ring: with a foreign one nothing in it could be read.
 * @param path of the ring, for the sentence
 * @returns the store's own row; nothing in a new store
 * @throws StoreError
 */
export async function checkRing(
  db: Db,
  ring: Keyring,
  path: string,
): Promise<typeof storeKeys.$inferSelect | undefined> {
  const [row] = await db.select().from(storeKeys).where(eq(storeKeys.id, 1))
  if (row && row.fingerprint !== keyringFingerprint(ring)) {
    throw new StoreError(`KEYRING ${path} is not the key ring this store was made with.`)
  }
  return row
}
