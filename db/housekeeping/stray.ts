import { inArray } from 'drizzle-orm'
import type { BlobStore } from '#lib/documents/blob-store'
import { RETENTION } from '#lib/retention'
import { StoreError } from '../errors.ts'
import { documents, draftPictures } from '../schema.ts'
import type { Db, Store } from '../store.ts'

const BATCH = 200
/** More strays than this, and than a twentieth of what was looked at, mean that the wrong store was asked. */
const MOST = 1_000
const SHARE = 0.05

/** Those of the keys that no row names. */
async function unnamed(db: Db, keys: readonly string[]): Promise<string[]> {
  const asked = [...keys]
  const made = await db
    .select({ key: documents.blobKey })
    .from(documents)
    .where(inArray(documents.blobKey, asked))
  const work = await db
    .select({ key: draftPictures.workBlobKey })
    .from(draftPictures)
    .where(inArray(draftPictures.workBlobKey, asked))
  const named = new Set([...made, ...work].map(({ key }) => key))
  return asked.filter((key) => !named.has(key))
}

/**
 * Deletes objects that no row names and that are older than any upload under way.
 * @returns how many
 * @throws StoreError, with nothing deleted, when they are suspiciously many
 */
export async function deleteStray(store: Store, blobs: BlobStore, now: Date, dry = false): Promise<number> {
  const until = new Date(now.getTime() - RETENTION.strayObject)
  const stray: string[] = []
  let seen = 0
  let batch: string[] = []
  const look = async () => {
    seen += batch.length
    stray.push(...(await unnamed(store.read, batch)))
    batch = []
  }
  for await (const { key, storedAt } of blobs.list()) {
    if (storedAt < until) batch.push(key)
    if (batch.length === BATCH) await look()
  }
  if (batch.length > 0) await look()
  if (stray.length > MOST && stray.length > seen * SHARE) {
    throw new StoreError(
      `${stray.length} of ${seen} pictures belong to no row of this store; none was deleted. Is BLOB_URL the one of DATABASE_URL?`,
    )
  }
  if (!dry) for (const key of stray) await blobs.delete(key)
  return stray.length
}
