import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { StoreError } from '#db/errors'

// A backup is a folder: `app.db`, `blobs/ab/cd/KEY`, `pictures.sha256` and, written last, `manifest.json`.

export const DATABASE = 'app.db'
export const PICTURES = 'blobs'
export const PICTURE_LIST = 'pictures.sha256'
export const MANIFEST = 'manifest.json'

const digest = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().min(0)
const manifest = z.strictObject({
  format: z.literal(1),
  begunAt: z.iso.datetime(),
  database: z.strictObject({ bytes: count, sha256: digest, rows: z.record(z.string(), count) }),
  pictures: z.strictObject({ files: count, bytes: count, listSha256: digest }),
  /** Which key ring opens it; the ring itself is no part of a backup. */
  keyring: z.string(),
})
export type Manifest = z.infer<typeof manifest>

/** The manifest of a backup. @throws StoreError when the folder holds no finished backup */
export function readManifest(folder: string): Manifest {
  const file = join(folder, MANIFEST)
  if (!existsSync(file)) throw new StoreError(`${folder} holds no finished backup: ${MANIFEST} is missing.`)
  try {
    return manifest.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    throw new StoreError(`${file} is not the manifest of a backup.`)
  }
}

/** SHA-256 of a file, in hex, read in pieces. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer)
  return hash.digest('hex')
}

/** Size and digest of a closed file. */
export const measure = async (file: string) => ({ bytes: statSync(file).size, sha256: await sha256Of(file) })
