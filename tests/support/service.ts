import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { type Child, ROOT, start } from './children.ts'

const START_MS = 60_000

/** @returns a port that is free now */
export function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, () => {
      const address = probe.address()
      probe.close(() => done(address && typeof address === 'object' ? address.port : 0))
    })
  })
}

export interface Service {
  readonly child: Child
  readonly origin: string
  /** Milliseconds from the start of the process to its first answer. */
  readonly readyMs: number
}

/** Variables besides the usual ones. */
type Settings = Readonly<Record<string, string | undefined>>

/** Starts the built service on a data folder. @returns its process and its address */
export function launch(
  dataDir: string,
  port: number,
  settings: Settings = {},
): { child: Child; origin: string } {
  const origin = `http://localhost:${port}`
  const child = start(process.execPath, ['server/main.ts'], {
    NODE_ENV: 'production',
    DATA_DIR: dataDir,
    PORT: String(port),
    PUBLIC_ORIGIN: origin,
    NOTICE_LOCK_SECONDS: '0',
    ...settings,
  })
  return { child, origin }
}

/** Starts the service and waits until it answers. @throws when it ends or takes longer than a minute */
export async function serve(dataDir: string, port: number, settings: Settings = {}): Promise<Service> {
  const from = performance.now()
  const { child, origin } = launch(dataDir, port, settings)
  let over = false
  child.ended.then(() => {
    over = true
  })
  for (;;) {
    const ready = await fetch(`${origin}/health`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (ready) return { child, origin, readyMs: performance.now() - from }
    if (over || performance.now() - from > START_MS) {
      child.process.kill('SIGKILL')
      throw new Error(`The service in ${ROOT} did not start: ${child.said().slice(-2_000)}`)
    }
    await wait(50)
  }
}

/** Ends a service and waits for it. */
export async function end(child: Child, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  child.process.kill(signal)
  await child.ended
}
