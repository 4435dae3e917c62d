import { randomBytes } from 'node:crypto'
import { mkdir, open, opendir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { BlobStore } from './blob-store.ts'

const KEY = /^[0-9a-f]{32}$/
/** What a process leaves of an object when it dies while it writes it. */
const UNFINISHED = /^\.[0-9a-f]{32}\.[0-9a-f]{8}$/

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

const missing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT'

/** @returns nothing for a file that has gone meanwhile */
async function changedAt(path: string): Promise<Date | undefined> {
  try {
    return (await stat(path)).mtime
  } catch (error) {
    if (missing(error)) return undefined
    throw error
  }
}

/** Objects in `ab/cd/KEY` under one folder; temp → fsync → rename → fsync of the folder. */
export function diskStore(root: string): BlobStore {
  const folderOf = (key: string) => {
    if (!KEY.test(key)) throw new Error('An object key has 32 hex characters.')
    return join(root, key.slice(0, 2), key.slice(2, 4))
  }
  const pathOf = (key: string) => join(folderOf(key), key)

  return {
    async put(key, bytes) {
      const folder = folderOf(key)
      await mkdir(folder, { recursive: true })
      const temporary = join(folder, `.${key}.${randomBytes(4).toString('hex')}`)
      const handle = await open(temporary, 'wx', 0o600)
      try {
        await handle.writeFile(bytes)
        await handle.sync()
      } catch (error) {
        await rm(temporary, { force: true })
        throw error
      } finally {
        await handle.close()
      }
      await rename(temporary, pathOf(key))
      await syncFolder(folder)
    },
    async get(key) {
      try {
        return await readFile(pathOf(key))
      } catch (error) {
        if (missing(error)) return undefined
        throw error
      }
    },
    async has(key) {
      try {
        return (await stat(pathOf(key))).isFile()
      } catch (error) {
        if (missing(error)) return false
        throw error
      }
    },
    async delete(key) {
      const path = UNFINISHED.test(key) ? join(folderOf(key.slice(1, 33)), key) : pathOf(key)
      await rm(path, { force: true })
    },
    async *list() {
      try {
        for await (const entry of await opendir(root, { recursive: true })) {
          const { name } = entry
          if (!entry.isFile() || !(KEY.test(name) || UNFINISHED.test(name))) continue
          const storedAt = await changedAt(join(entry.parentPath, name))
          if (storedAt) yield { key: name, storedAt }
        }
      } catch (error) {
        if (!missing(error)) throw error
      }
    },
  }
}
