import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { start } from '#support/children'
import { end, freePort } from '#support/service'
import { BenchError, environmentOf, type StoreFile } from './options.ts'

const START_MS = 300_000

/** The built service on one store. */
export interface Service {
  readonly origin: string
  readonly pid: number
  /** Milliseconds from the start of the process to its first page. */
  readonly startMs: number
  /** Milliseconds of processor time that the process has used, all its threads. */
  readonly cpuMs: () => number
  readonly end: () => Promise<void>
}

/** Processor time by the scheduler's own clock, in nanoseconds. */
const threadNs = (file: string) => Number(readFileSync(file, 'utf8').split(' ')[0])

function cpuMs(pid: number): number {
  const tasks = `/proc/${pid}/task`
  if (!existsSync(tasks))
    throw new BenchError('Processor time is read from /proc, which this machine has not.')
  // Threads of the pools live as long as the process, so that no time is lost with one.
  return readdirSync(tasks).reduce((sum, task) => sum + threadNs(`${tasks}/${task}/schedstat`), 0) / 1e6
}

/** Starts the built service on a store and waits for its first page. @throws BenchError */
export async function serve(store: StoreFile): Promise<Service> {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const began = performance.now()
  const settings = { ...environmentOf(store), PORT: String(port), PUBLIC_ORIGIN: origin }
  const child = start(process.execPath, ['server/main.ts'], settings)
  let over = false
  child.ended.then(() => {
    over = true
  })
  for (;;) {
    const ready = await fetch(origin).then(
      async (answer) => (await answer.text()) !== '' && answer.ok,
      () => false,
    )
    if (ready) break
    if (over || performance.now() - began > START_MS) {
      child.process.kill('SIGKILL')
      throw new BenchError(`The service did not start on ${store.file}: ${child.said().slice(-2_000)}`)
    }
    await wait(20)
  }
  const pid = child.process.pid ?? 0
  return {
    origin,
    pid,
    startMs: performance.now() - began,
    cpuMs: () => cpuMs(pid),
    end: () => end(child, 'SIGTERM'),
  }
}
