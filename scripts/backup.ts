import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { copyDatabase, type Found, inspect } from '#db/engines/sqlite-backup'
import { StoreError } from '#db/errors'
import { now } from '#lib/clock'
import { env } from '#lib/env'
import {
  DATABASE,
  MANIFEST,
  type Manifest,
  measure,
  PICTURE_LIST,
  PICTURES,
  sha256Of,
} from './backup/manifest.ts'
import { keysIn, listPictures, takePictures } from './backup/pictures.ts'
import { pathOf, sync, wantEmpty } from './backup/place.ts'
import { failed } from './lib/failed.ts'
import { progressLine } from './lib/progress.ts'

// Backs up the running service: `npm run backup -- --to DIR`. The manifest is written last; a folder without one
// is no backup. The key ring is left out: with the backup alone nothing that is sealed can be read.

/** How often the database is copied again when a picture went away between the two. */
const TRIES = 3

/** A picture lies before the row that names it, so those are taken before the rows and once more after. */
async function copyBoth(database: string, blobs: string, to: string): Promise<Found> {
  const copy = join(to, DATABASE)
  for (let left = TRIES; left > 0; left--) {
    takePictures(blobs, join(to, PICTURES))
    rmSync(copy, { force: true })
    await copyDatabase(database, copy, progressLine(process.stderr, 'pages'))
    if (process.stderr.isTTY) process.stderr.write('\n')
    takePictures(blobs, join(to, PICTURES))
    const found = inspect(copy)
    const taken = new Set(keysIn(join(to, PICTURES)))
    if (found.pictures.every((key) => taken.has(key))) return found
  }
  throw new StoreError('The database names pictures that are not there; the backup is not complete.')
}

async function backUp(to: string): Promise<void> {
  const { databaseUrl, blobUrl } = env()
  const [database, blobs] = [pathOf(databaseUrl, 'DATABASE_URL'), pathOf(blobUrl, 'BLOB_URL')]
  if (!existsSync(database)) throw new StoreError(`The database file ${database} is not there.`)
  wantEmpty(to)
  mkdirSync(to, { recursive: true, mode: 0o700 })
  const begunAt = now().toISOString()
  const { rows, keyring } = await copyBoth(database, blobs, to)
  const { files, bytes, list } = await listPictures(join(to, PICTURES))
  const listFile = join(to, PICTURE_LIST)
  writeFileSync(listFile, list, { flush: true })
  const manifest: Manifest = {
    format: 1,
    begunAt,
    database: { ...(await measure(join(to, DATABASE))), rows },
    pictures: { files, bytes, listSha256: await sha256Of(listFile) },
    keyring,
  }
  sync(join(to, DATABASE))
  writeFileSync(join(to, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { flush: true })
  sync(to)
  const total = Object.values(rows).reduce((sum, n) => sum + n, 0)
  console.log(`Backed up to ${to}: ${total} rows, ${files} pictures, begun at ${begunAt}.`)
  console.log(
    `The key ring is NOT in it. Keep ${env().keyringPath} elsewhere: without it the backup is of no use.`,
  )
}

try {
  const { values } = parseArgs({ options: { to: { type: 'string' } } })
  if (!values.to) throw new StoreError('npm run backup -- --to DIR, a folder that is new or empty.')
  await backUp(resolve(values.to))
} catch (error) {
  failed(error)
}
