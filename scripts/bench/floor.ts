import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { start } from '#support/children'
import { end, freePort } from '#support/service'
import { BenchError } from './options.ts'

/** What the framework's own pages cost (`floor/`). */
export interface Floor {
  readonly origin: string
  readonly end: () => Promise<void>
}

const START_MS = 30_000

/** Builds the floor and starts it. @throws BenchError */
export async function startFloor(root: string): Promise<Floor> {
  const next = join(root, 'node_modules/next/dist/bin/next')
  const folder = join(root, 'scripts/bench/floor')
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' }
  // From its own folder: Tailwind looks for names of classes where it is run.
  const built = spawnSync(process.execPath, [next, 'build'], { cwd: folder, env, stdio: 'pipe' })
  if (built.status !== 0) throw new BenchError(`The floor was not built: ${built.stdout}${built.stderr}`)
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const child = start(process.execPath, [next, 'start', folder, '--port', String(port)], env)
  const began = performance.now()
  while (
    !(await fetch(`${origin}/form`).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (performance.now() - began > START_MS) {
      child.process.kill('SIGKILL')
      throw new BenchError(`The floor did not start: ${child.said().slice(-2_000)}`)
    }
    await wait(50)
  }
  return { origin, end: () => end(child, 'SIGTERM') }
}
