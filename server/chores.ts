import { join } from 'node:path'
import { refreshCalendar } from '#db/calendar'
import { deliverMessages } from '#db/delivery'
import { sweepOfTheDay } from '#db/housekeeping/run'
import { moveFromClosed } from '#db/queries/offices-move'
import { store } from '#db/store'
import { now, shanghaiHour } from '#lib/clock'
import { blobs } from '#lib/documents/current'
import { env } from '#lib/env'
import { smsProvider } from '#lib/messages/current'
import { keyring } from '#lib/protect/current'
import { every } from './every.ts'
import { HEADS_FILE, trailKeeper } from './trail.ts'

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
  const keepTrail = trailKeeper(keyring(), join(env().dataDir, HEADS_FILE))
  const ends = [
    every(600_000, 'The nightly sweep', sweepByNight),
    // Also after a restart in the middle.
    every(10_000, 'Moving from a closed office', async () => moveFromClosed(await store(), now())),
    // So long may an event be without its link.
    every(2_000, 'Keeping the trail', async () => keepTrail(await store(), now())),
    every(10_000, 'Handing over messages', async () => deliverMessages(await store(), smsProvider(), now())),
    // A change of the calendar on another node is seen within so long; the table has a few dozen rows.
    every(3_000, 'Reading the calendar', async () => refreshCalendar(await store())),
  ]
  return async () => {
    await Promise.all(ends.map((end) => end()))
  }
}
