import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { listHeads } from '#db/audit/heads'
import { type Verdict, verifyTrail } from '#db/audit/verify'
import { StoreError } from '#db/errors'
import { checkRing } from '#db/ring'
import { closeStore, type Store, store } from '#db/store'
import { env } from '#lib/env'
import { type Head, readHeads } from '#lib/protect/audit-heads'
import { keyring } from '#lib/protect/current'
import { HEADS_FILE } from '#server/trail'
import { failed } from './lib/failed.ts'
import { progressLine } from './lib/progress.ts'

// Checks that nothing in the trail was changed: `npm run audit:verify -- [--heads FILE]`, beside the service or
// without it. FILE holds heads that were kept elsewhere, a line each: `2026-07-01 1234 01ab…`.

/** The heads of a file. @throws StoreError naming the lines that are none */
function headsOf(file: string): Head[] {
  if (!existsSync(file)) throw new StoreError(`The file of heads ${file} is not there.`)
  const { heads, unread } = readHeads(readFileSync(file, 'utf8'), file)
  if (unread.length === 0) return heads
  throw new StoreError(`Line ${unread.join(', ')} of ${file} is no head, which is DAY LINK CODE.`)
}

/** What was noted in the store, in the file beside it and, when named, in another. */
async function allHeads({ read }: Store, named: string | undefined): Promise<Head[]> {
  const stored = (await listHeads(read)).map(({ day, link, mac }) => ({
    ...{ day, link, mac: mac.toString('hex') },
    place: 'the store',
  }))
  const beside = join(env().dataDir, HEADS_FILE)
  return [
    ...stored,
    ...(existsSync(beside) ? headsOf(beside) : []),
    ...(named ? headsOf(resolve(named)) : []),
  ]
}

function tell({ linked, waiting, before, flaw }: Verdict, heads: number): void {
  console.log(
    `${linked} events followed, ${heads} heads compared; ${waiting} not linked yet, ${before} from before the chain.`,
  )
  if (flaw) throw new StoreError(flaw.sentence)
  console.log('The trail is whole.')
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { heads: { type: 'string' } } })
  const { databaseUrl, keyringPath } = env()
  const file = databaseUrl.replace(/^file:/, '')
  if (file !== databaseUrl && !existsSync(file)) throw new StoreError(`The store ${file} is not there.`)
  const opened = await store()
  await checkRing(opened.read, keyring(), keyringPath)
  const heads = await allHeads(opened, values.heads)
  const progress = progressLine(process.stderr, 'links')
  const verdict = await verifyTrail(opened.read, keyring(), heads, progress)
  if (process.stderr.isTTY) process.stderr.write('\n')
  tell(verdict, heads.length)
}

try {
  await main()
} catch (error) {
  failed(error)
} finally {
  await closeStore().catch(() => {})
}
