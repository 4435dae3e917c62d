import { moveFromClosed } from '#db/queries/offices-move'
import { store } from '#db/store'
import { now } from '#lib/clock'

const LOOK_MS = 10_000

/** Goes on with what a closed office still has, also after a restart in the middle. @returns what ends it */
export function moveBetweenOffices(): () => void {
  let busy = false
  const timer = setInterval(() => {
    if (busy) return
    busy = true
    store()
      .then((s) => moveFromClosed(s, now()))
      .catch((error: unknown) => console.error('Moving from a closed office failed:', error))
      .finally(() => {
        busy = false
      })
  }, LOOK_MS)
  timer.unref()
  return () => clearInterval(timer)
}
