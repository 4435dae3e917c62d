import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore, type Store } from './store.ts'

/** A fresh migrated store in a folder of its own, and the function that removes it. For tests only. */
export async function openTestStore(): Promise<{ store: Store; remove: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'collection-'))
  const store = await openStore(`file:${join(folder, 'test.db')}`)
  return {
    store,
    async remove() {
      await store.close()
      rmSync(folder, { recursive: true })
    },
  }
}
