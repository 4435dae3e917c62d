import { refreshCalendar } from '#db/calendar'
import { store } from '#db/store'

/** Within so long a change of the calendar on another node is seen here. The table has a few dozen rows. */
const LOOK_MS = 3_000

/** Keeps the working days of this process those of the store. @returns what ends it */
export function followCalendar(): () => void {
  const timer = setInterval(() => {
    store()
      .then(refreshCalendar)
      .catch((error: unknown) => console.error('Reading the calendar failed:', error))
  }, LOOK_MS)
  timer.unref()
  return () => clearInterval(timer)
}
