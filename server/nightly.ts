import { sweepOfTheDay } from '#db/housekeeping/run'
import { store } from '#db/store'
import { now, shanghaiHour } from '#lib/clock'
import { blobs } from '#lib/documents/current'

/** The hour in Shanghai in which the fewest people are there. */
const HOUR = 3
const LOOK_MS = 10 * 60_000

async function look(): Promise<void> {
  const at = now()
  if (shanghaiHour(at) !== HOUR) return
  const swept = await sweepOfTheDay(await store(), blobs(), at)
  if (swept) console.log(`Swept: ${JSON.stringify(swept)}`)
}

/** Sweeps every night. @returns what ends it */
export function sweepNightly(): () => void {
  const timer = setInterval(() => {
    look().catch((error: unknown) => console.error('The nightly sweep failed:', error))
  }, LOOK_MS)
  timer.unref()
  return () => clearInterval(timer)
}
