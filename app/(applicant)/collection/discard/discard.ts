import { findOpenApplication } from '#db/queries/applications'
import { type Acting, discardApplication } from '#db/queries/collect'
import type { Store } from '#db/store'
import { CollectionError, type Refusal } from '#lib/collection/errors'
import type { BlobStore } from '#lib/documents/blob-store'

/**
 * Deletes the objects that no row names any more. One that stays cannot be opened, because the key to it
 * went with its row; the person's draft is gone either way, so this never fails.
 */
async function deleteObjects(blobs: BlobStore, keys: readonly string[]): Promise<void> {
  const done = await Promise.allSettled(keys.map((key) => blobs.delete(key)))
  const left = done.filter(({ status }) => status === 'rejected').length
  if (left > 0) console.error(`discard: ${left} of ${keys.length} objects could not be deleted`)
}

/**
 * Deletes the draft: rows first, in one transaction, then its objects (D12). A second press finds it gone.
 * @returns why not, if it was not
 */
export async function discard(store: Store, blobs: BlobStore, by: Acting): Promise<Refusal | undefined> {
  try {
    await deleteObjects(blobs, await store.write((tx) => discardApplication(tx, by)))
  } catch (error) {
    if (!(error instanceof CollectionError)) throw error
    if (await findOpenApplication(store.read, by.person.id)) return error.code
  }
  return undefined
}
