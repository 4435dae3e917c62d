import { parseArgs } from 'node:util'
import { prepare } from '#db/prepare'
import { isEmpty, sharedPictures, writeCrowd } from '#db/seed/scale/crowd'
import { closeStore, store } from '#db/store'
import { now } from '#lib/clock'
import { env } from '#lib/env'

// Fills an empty store with the demo people and a crowd of the size of a province:
// `npm run seed:scale -- --people 1200000 --seed 1`.

const MOST = 9_000_000

class UsageError extends Error {}

function readArguments(args: readonly string[]): { people: number; seed: number } {
  const { values } = parseArgs({
    args: [...args],
    options: { people: { type: 'string' }, seed: { type: 'string', default: '1' } },
  })
  const [people, seed] = [Number(values.people), Number(values.seed)]
  if (!Number.isInteger(people) || people < 1 || people > MOST || !Number.isInteger(seed)) {
    throw new UsageError('npm run seed:scale -- --people NUMBER [--seed NUMBER]')
  }
  return { people, seed }
}

const WIDTH = 30

/** A line that tells how far, how fast and how long; on a terminal it stays in its place. */
function progress(total: number): (done: number) => void {
  const began = performance.now()
  let told = 0
  return (done) => {
    const seconds = (performance.now() - began) / 1000
    if (!process.stdout.isTTY && done < total && seconds - told < 10) return
    told = seconds
    const rate = done / seconds
    const full = Math.round((done / total) * WIDTH)
    const left = Math.round((total - done) / rate)
    const bar = `${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}`
    const line = `[${bar}] ${done} of ${total}, ${Math.round(rate)} people/s, ${left} s left`
    process.stdout.write(process.stdout.isTTY ? `\r${line} ` : `${line}\n`)
  }
}

async function main(): Promise<void> {
  const asked = readArguments(process.argv.slice(2))
  const { databaseUrl } = env()
  if (!databaseUrl.startsWith('file:')) {
    throw new UsageError('DATABASE_URL must name a SQLite file; a crowd is copied to PostgreSQL from one.')
  }
  if (!(await isEmpty((await store()).read))) {
    throw new UsageError('The store already holds people; name an empty one by DATABASE_URL.')
  }
  await prepare()
  const pictures = await sharedPictures((await store()).read)
  await closeStore()
  const file = databaseUrl.replace(/^file:/, '')
  writeCrowd(file, { ...asked, now: now(), pictures }, progress(asked.people))
  console.log(`\n${asked.people} people are in ${file}, beside those of the demo.`)
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
} finally {
  await closeStore().catch(() => {})
}
