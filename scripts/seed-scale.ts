import { parseArgs } from 'node:util'
import { beginBehindBulk, findStart } from '#db/audit/start'
import { prepare } from '#db/prepare'
import { rebuildStatistics } from '#db/queries/statistics-rebuild'
import { isEmpty, sharedPictures, writeCrowd } from '#db/seed/scale/crowd'
import { closeStore, store } from '#db/store'
import { now } from '#lib/clock'
import { DIVISIONS } from '#lib/collection/codes/divisions'
import { env } from '#lib/env'
import { keyring } from '#lib/protect/current'
import { progressLine } from './lib/progress.ts'

// Fills an empty store with the demo people and a crowd of the size of a province:
// `npm run seed:scale -- --people 1200000 --seed 1`; `--county CODE` puts all of them into one.

const MOST = 9_000_000

class UsageError extends Error {}

function readArguments(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      people: { type: 'string' },
      seed: { type: 'string', default: '1' },
      county: { type: 'string' },
    },
  })
  const [people, seed] = [Number(values.people), Number(values.seed)]
  const { county } = values
  const known =
    county === undefined || DIVISIONS.some(({ code, level }) => code === county && level === 'county')
  if (!Number.isInteger(people) || people < 1 || people > MOST || !Number.isInteger(seed) || !known) {
    throw new UsageError('npm run seed:scale -- --people NUMBER [--seed NUMBER] [--county CODE]')
  }
  return { people, seed, county }
}

/** Tells how far the rows are on one line, and what follows them line by line. */
function tell(people: number) {
  const line = progressLine(process.stdout, 'people')
  const began = performance.now()
  return {
    done: (done: number) => line(done, people),
    phase: (what: string) => {
      const seconds = Math.round((performance.now() - began) / 1000)
      process.stdout.write(
        `${process.stdout.isTTY ? '\n' : ''}${seconds} s: ${what} …${process.stdout.isTTY ? '' : '\n'}`,
      )
    },
    summary: () => {
      const seconds = (performance.now() - began) / 1000
      return `${Math.round(people / seconds)} people/s over ${Math.round(seconds)} s, all in`
    },
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
  if (await findStart((await store()).read)) {
    throw new UsageError('The store has been in service; name an empty one by DATABASE_URL.')
  }
  await prepare()
  const pictures = await sharedPictures((await store()).read)
  await closeStore()
  const file = databaseUrl.replace(/^file:/, '')
  const told = tell(asked.people)
  await writeCrowd(file, { ...asked, now: now(), pictures }, told)
  told.phase('Counting for the statistics')
  await rebuildStatistics(await store())
  // Their events were never somebody's acts: linking ten millions of them would take the service an hour.
  await beginBehindBulk(await store(), keyring(), now())
  console.log(`\n${asked.people} people are in ${file}, beside those of the demo: ${told.summary()}.`)
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
} finally {
  await closeStore().catch(() => {})
}
