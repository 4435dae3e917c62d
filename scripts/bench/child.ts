import { openStore } from '#db/store'
import { now, today } from '#lib/clock'
import { env } from '#lib/env'
import { ACTS } from './acts.ts'
import { CALLS } from './calls.ts'
import type { Asked } from './opened.ts'

// A process with one store in it: a process has one key ring, and the two stores have their own. It answers
// each `{name, times}` with what one took: an act by the clock, the disk included; a call, which reads what is
// in memory, in processor time, which other programs of the machine disturb less.

const store = await openStore(env().databaseUrl)

/** Calls in a row without a look at the clock. */
const BATCH = 20

/** @returns milliseconds for one of `times` acts */
function act(name: string, times: number): Promise<number> {
  const named = ACTS[name]
  if (!named) throw new Error(`The bench has no act ${name}.`)
  return named(store, now(), times)
}

/** @returns milliseconds of processor time for one call, of those that were made in `ms` */
async function call(name: string, ms: number): Promise<number> {
  const named = CALLS[name]
  if (!named) throw new Error(`The bench has no call ${name}.`)
  const at = now()
  const asked = { db: store.read, now: at, today: today(at) }
  const began = performance.now()
  const before = process.cpuUsage()
  let calls = 0
  do {
    for (let n = 0; n < BATCH; n++) await named(asked)
    calls += BATCH
  } while (performance.now() - began < ms)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / calls
}

process.on('message', (asked: Asked) => {
  const measured = async () => ('times' in asked ? act(asked.act, asked.times) : call(asked.call, asked.ms))
  measured().then(
    (ms) => process.send?.({ ms }),
    (error: unknown) => process.send?.({ error: String(error) }),
  )
})
process.on('disconnect', () => void store.close())
process.send?.({ ready: true })
