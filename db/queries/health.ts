import { storeKeys } from '../schema.ts'
import type { Db } from '../store.ts'

/** Reads one row, so that a store that cannot answer is noticed. */
export async function ping(db: Db): Promise<void> {
  await db.select({ id: storeKeys.id }).from(storeKeys).limit(1)
}
