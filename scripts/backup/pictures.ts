import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { StoreError } from '#db/errors'
import { sha256Of } from './manifest.ts'

const KEY = /^[0-9a-f]{32}$/
const pathOf = (key: string) => join(key.slice(0, 2), key.slice(2, 4), key)

/** The keys of all sealed pictures below a folder; a folder that is not there has none. */
export function keysIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && KEY.test(entry.name))
    .map((entry) => entry.name)
    .sort()
}

/** A second name for the file where the disk is the same, else a copy. A picture never changes once written. */
function take(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true })
  try {
    linkSync(from, to)
  } catch (error) {
    // Removed since it was listed: whether a row still names it is checked afterwards.
    if (!existsSync(from)) return
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') copyFileSync(from, to)
  }
}

/** Takes over every picture that is there and has not been taken over yet. */
export function takePictures(from: string, to: string): void {
  for (const key of keysIn(from))
    if (!existsSync(join(to, pathOf(key)))) take(join(from, pathOf(key)), join(to, pathOf(key)))
}

/** One line a picture, `DIGEST  KEY`, in the order of the keys. */
export async function listPictures(folder: string): Promise<{ files: number; bytes: number; list: string }> {
  const keys = keysIn(folder)
  const lines: string[] = []
  let bytes = 0
  for (const key of keys) {
    const file = join(folder, pathOf(key))
    bytes += statSync(file).size
    lines.push(`${await sha256Of(file)}  ${key}\n`)
  }
  return { files: keys.length, bytes, list: lines.join('') }
}

/** Copies the pictures of a list and checks each by its digest. @throws StoreError naming the first wrong one */
export async function restorePictures(from: string, to: string, list: string): Promise<void> {
  for (const line of list.split('\n').filter(Boolean)) {
    const [digest = '', key = ''] = line.split('  ')
    const [source, target] = [join(from, pathOf(key)), join(to, pathOf(key))]
    if (!KEY.test(key) || !existsSync(source)) throw new StoreError(`The backup lacks picture ${key}.`)
    mkdirSync(dirname(target), { recursive: true })
    copyFileSync(source, target)
    if ((await sha256Of(target)) !== digest) throw new StoreError(`Picture ${key} of the backup is damaged.`)
  }
}
