import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createKeyring } from '#lib/protect/keyring'
import { openStore, type Store } from './store.ts'

/**
 * A fresh migrated store with a key ring, in a folder of its own, and the function that removes it. It
 * becomes the data folder of the process, so that a test file opens at most one. For tests only.
 */
export async function openTestStore(): Promise<{
  store: Store
  folder: string
  remove: () => Promise<void>
}> {
  const folder = mkdtempSync(join(tmpdir(), 'collection-'))
  process.env.DATA_DIR = folder
  createKeyring(join(folder, 'keyring.json'))
  const store = await openStore(`file:${join(folder, 'app.db')}`)
  return {
    store,
    folder,
    async remove() {
      await store.close()
      rmSync(folder, { recursive: true })
    },
  }
}
