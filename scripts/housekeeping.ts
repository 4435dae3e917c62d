import { parseArgs } from 'node:util'
import { sweep } from '#db/housekeeping/run'
import { closeStore, store } from '#db/store'
import { now } from '#lib/clock'
import { blobs } from '#lib/documents/current'
import { failed } from './lib/failed.ts'

// What the service does every night, by hand: `npm run housekeeping -- [--dry-run]`.

try {
  const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean', default: false } } })
  const dry = values['dry-run']
  const swept = await sweep(await store(), blobs(), now(), dry)
  if (dry) console.log('Nothing was done; this is what would be:')
  for (const [what, n] of Object.entries(swept)) console.log(`${what}: ${n}`)
} catch (error) {
  failed(error)
} finally {
  await closeStore().catch(() => {})
}
