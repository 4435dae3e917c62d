import { env } from '../env.ts'
import type { BlobStore } from './blob-store.ts'
import { diskStore } from './disk.ts'

let store: BlobStore | undefined

/** The object store of this process, named by BLOB_URL. */
export function blobs(): BlobStore {
  if (!store) {
    const url = env().blobUrl
    if (!url.startsWith('file:'))
      throw new Error('BLOB_URL names a store that this release does not serve; use file:PATH.')
    store = diskStore(url.slice('file:'.length))
  }
  return store
}
