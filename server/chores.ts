import { refreshCalendar } from '#db/calendar'
import { sweepOfTheDay } from '#db/housekeeping/run'
import { moveFromClosed } from '#db/queries/offices-move'
import { store } from '#db/store'
import { now, shanghaiHour } from '#lib/clock'
import { blobs } from '#lib/documents/current'
import { every } from './every.ts'

/** The hour in Shanghai in which the fewest people are there. */
const HOUR = 3

async function sweepByNight(): Promise<void> {
  const at = now()
  if (shanghaiHour(at) !== HOUR) return
  const swept = await sweepOfTheDay(await store(), blobs(), at)
  if (swept) console.log(`Swept: ${JSON.stringify(swept)}`)
}

/** @returns what ends them, each when its run is over: before the store is closed, or it would be opened again */
export function startChores(): () => Promise<void> {
  const ends = [
    every(600_000, 'The nightly sweep', sweepByNight),
    // Also after a restart in the middle.
    every(10_000, 'Moving from a closed office', async () => moveFromClosed(await store(), now())),
    // A change of the calendar on another node is seen within so long; the table has a few dozen rows.
    every(3_000, 'Reading the calendar', async () => refreshCalendar(await store())),
  ]
  return async () => {
    await Promise.all(ends.map((end) => end()))
  }
}
