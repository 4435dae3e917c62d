import { openStore } from '#db/store'
import { now, today } from '#lib/clock'
import { env } from '#lib/env'
import { ACTS } from './acts.ts'
import { CALLS } from './calls.ts'

// A process with one store in it: a process has one key ring, and the two stores have their own. It answers
// each `{name, times}` with what one took: an act by the clock, the disk included; a call, which reads what is
// in memory, in processor time, which other programs of the machine disturb less.

const store = await openStore(env().databaseUrl)

/** @returns milliseconds for one */
async function measure(name: string, times: number): Promise<number> {
  const at = now()
  const act = ACTS[name]
  if (act) return act(store, at, times)
  const call = CALLS[name]
  if (!call) throw new Error(`The bench has no call ${name}.`)
  const asked = { db: store.read, now: at, today: today(at) }
  const before = process.cpuUsage()
  for (let n = 0; n < times; n++) await call(asked)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / times
}

process.on('message', ({ name, times }: { name: string; times: number }) => {
  measure(name, times).then(
    (ms) => process.send?.({ ms }),
    (error: unknown) => process.send?.({ error: String(error) }),
  )
})
process.on('disconnect', () => void store.close())
process.send?.({ ready: true })
