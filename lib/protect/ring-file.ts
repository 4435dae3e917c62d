import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  linkSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'

// How the file of a key ring comes onto the disk: whole, or not at all.

const isCode = (error: unknown, code: string) => (error as NodeJS.ErrnoException).code === code

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Puts a file there that its owner alone may read; one that is there already stays as it is. */
export function makeFile(path: string, text: string): void {
  const temporary = `${path}.${randomBytes(6).toString('hex')}`
  const handle = openSync(temporary, 'wx', 0o600)
  try {
    writeFileSync(handle, text)
    fsyncSync(handle)
    // Unlike a rename, a link never replaces the file that another process has made meanwhile.
    linkSync(temporary, path)
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
  } finally {
    closeSync(handle)
    unlinkSync(temporary)
  }
  syncFolder(dirname(path))
}

/** The file beside the ring while it is being replaced. It is made by one process at a time. */
export const waitingBeside = (path: string): string => `${realpathSync(path)}.adding`

/**
 * Replaces a file by what is made of it: beside it to the disk, then into its place. Nobody else replaces it
 * between the reading and the renaming, since `waitingBeside` can be made only once.
 * @param make gives the new text; the file is read in it
 * @returns whether it was done; not while, or since, another replacement has not ended
 */
export function replaceFile(path: string, make: () => string): boolean {
  const file = realpathSync(path)
  const temporary = waitingBeside(path)
  let handle: number
  try {
    handle = openSync(temporary, 'wx', 0o600)
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  }
  try {
    writeFileSync(handle, make())
    // A command that root runs leaves the file to the user of the service.
    const { uid, gid, mode } = statSync(file)
    fchownSync(handle, uid, gid)
    fchmodSync(handle, mode & 0o777)
    fsyncSync(handle)
    renameSync(temporary, file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  } finally {
    closeSync(handle)
  }
  syncFolder(dirname(file))
  return true
}
