import { closeSync, existsSync, fsyncSync, openSync, readdirSync } from 'node:fs'
import { StoreError } from '#db/errors'

/** The path of a `file:` address. @throws StoreError for a store that is not a file */
export function pathOf(url: string, name: string): string {
  if (!url.startsWith('file:'))
    throw new StoreError(`${name} is no file: use the tools of that store, see docs/operations.md.`)
  return url.slice('file:'.length)
}

/** @throws StoreError when a folder holds anything but what is allowed to be there already */
export function wantEmpty(folder: string, allowed: readonly string[] = []): void {
  const [found] = (existsSync(folder) ? readdirSync(folder) : []).filter((name) => !allowed.includes(name))
  if (found !== undefined)
    throw new StoreError(`${folder} is not empty, it holds ${found}; nothing was changed.`)
}

/** Makes a file, or the names in a folder, durable. */
export function sync(path: string): void {
  const handle = openSync(path, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
