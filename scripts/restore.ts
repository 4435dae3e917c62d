import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { inspect } from '#db/engines/sqlite-backup'
import { StoreError } from '#db/errors'
import { env } from '#lib/env'
import { keyringFingerprint, loadKeyring } from '#lib/protect/keyring'
import { DATABASE, PICTURE_LIST, PICTURES, readManifest, sha256Of } from './backup/manifest.ts'
import { restorePictures } from './backup/pictures.ts'
import { pathOf, sync, wantEmpty } from './backup/place.ts'
import { failed } from './lib/failed.ts'

// Brings a backup into an empty DATA_DIR: `npm run restore -- --from DIR`. Everything is checked against the
// manifest; the database gets its name last, so that a restore that broke off is never taken for a store.

async function checkDigest(file: string, digest: string): Promise<void> {
  if (!existsSync(file)) throw new StoreError(`The backup lacks ${basename(file)}.`)
  if ((await sha256Of(file)) !== digest) throw new StoreError(`${file} is not what the manifest says.`)
}

/** A ring that lies there already must be the right one. @returns whether there is one */
function checkKeyring(path: string, fingerprint: string): boolean {
  if (!existsSync(path)) return false
  if (keyringFingerprint(loadKeyring(path)) !== fingerprint)
    throw new StoreError(
      `KEYRING ${path} is not the key ring this backup was made with; nothing was changed.`,
    )
  return true
}

async function restore(from: string): Promise<void> {
  const { databaseUrl, blobUrl, dataDir, keyringPath } = env()
  const [database, blobs] = [pathOf(databaseUrl, 'DATABASE_URL'), pathOf(blobUrl, 'BLOB_URL')]
  const manifest = readManifest(from)
  // The key ring may have been brought first.
  wantEmpty(dataDir, dirname(keyringPath) === dataDir ? [basename(keyringPath)] : [])
  wantEmpty(blobs)
  if (existsSync(database)) throw new StoreError(`${database} is there already; nothing was changed.`)
  const keys = checkKeyring(keyringPath, manifest.keyring)
  await checkDigest(join(from, DATABASE), manifest.database.sha256)
  await checkDigest(join(from, PICTURE_LIST), manifest.pictures.listSha256)

  mkdirSync(dirname(database), { recursive: true })
  const arriving = `${database}.restoring`
  try {
    await restorePictures(join(from, PICTURES), blobs, readFileSync(join(from, PICTURE_LIST), 'utf8'))
    copyFileSync(join(from, DATABASE), arriving)
    await checkDigest(arriving, manifest.database.sha256)
    const { rows } = inspect(arriving)
    for (const [table, n] of Object.entries(manifest.database.rows))
      if (rows[table] !== n) throw new StoreError(`Table ${table} has ${rows[table]} rows, not ${n}.`)
  } catch (error) {
    // Only what this restore has brought: both were empty before.
    rmSync(arriving, { force: true })
    rmSync(blobs, { recursive: true, force: true })
    throw error
  }
  sync(arriving)
  renameSync(arriving, database)
  sync(dirname(database))
  console.log(`Restored to ${dataDir} as of ${manifest.begunAt}: every file is what the manifest says.`)
  console.log(
    keys
      ? `The key ring ${keyringPath} is the right one.`
      : `The key ring is NOT in a backup: bring the one with fingerprint ${manifest.keyring} to ${keyringPath} before the start.`,
  )
}

try {
  const { values } = parseArgs({ options: { from: { type: 'string' } } })
  if (!values.from)
    throw new StoreError('npm run restore -- --from DIR, with DATA_DIR naming an empty folder.')
  await restore(resolve(values.from))
} catch (error) {
  failed(error)
}
