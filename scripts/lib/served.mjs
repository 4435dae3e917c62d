import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { childEnv, Stop } from './children.mjs'

const START_MS = 60_000

/** @returns {Promise<number>} a port that is free now */
export function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

/**
 * Runs the real server on a free port with a store of its own, which is thrown away afterwards.
 * @template T
 * @param {string} root
 * @param {Record<string, string | undefined>} settings
 * @param {(origin: string, settings: Record<string, string | undefined>) => Promise<T>} work is told where the
 *   service is, and the settings under which another program opens the same store
 * @returns {Promise<T>}
 */
export async function withServer(root, settings, work) {
  const directory = mkdtempSync(join(tmpdir(), 'collection-'))
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const own = {
    NODE_ENV: 'production',
    DATA_DIR: directory,
    DATABASE_URL: undefined,
    BLOB_URL: undefined,
    KEYRING: undefined,
    PORT: String(port),
    PUBLIC_ORIGIN: origin,
    ...settings,
  }
  const env = childEnv(root, own)
  const server = spawn('node', ['server/main.ts'], { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] })
  let ended = false
  const exit = new Promise((resolve) =>
    server.on('exit', () => {
      ended = true
      resolve(undefined)
    }),
  )
  try {
    const latest = Date.now() + START_MS
    for (;;) {
      if (ended || Date.now() > latest) throw new Stop('The server for the journeys did not start.')
      const ready = await fetch(`${origin}/health`).then(
        (answer) => answer.ok,
        () => false,
      )
      if (ready) break
      await wait(200)
    }
    return await work(origin, own)
  } finally {
    server.kill('SIGTERM')
    await exit
    rmSync(directory, { recursive: true, force: true })
  }
}
