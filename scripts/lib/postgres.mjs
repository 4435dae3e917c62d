import { spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { childEnv, read, Stop } from './children.mjs'
import { installDebian } from './debian.mjs'
import { freePort } from './served.mjs'

/** The oldest PostgreSQL that is served. */
const LEAST = 15
/** Where Debian puts each version. */
const DEBIAN = '/usr/lib/postgresql'
const START_MS = 30_000

/**
 * The folder of the programs of the newest version that is new enough.
 * @param {readonly string[]} versions names of the folders that Debian's packages leave
 * @param {(path: string) => boolean} exists
 * @returns {string | null}
 */
export function newestOf(versions, exists = existsSync) {
  const fit = versions.filter((name) => /^\d+$/.test(name) && Number(name) >= LEAST)
  for (const name of fit.sort((a, b) => Number(b) - Number(a))) {
    const bin = join(DEBIAN, name, 'bin')
    if (exists(join(bin, 'initdb')) && exists(join(bin, 'postgres'))) return bin
  }
  return null
}

const installed = () => newestOf(existsSync(DEBIAN) ? readdirSync(DEBIAN) : [])

/**
 * The programs of PostgreSQL; Debian's package is installed when they are missing and root may do so.
 * @param {string} root
 * @returns {Promise<string | null>}
 */
export async function findPostgres(root) {
  if (installed() === null) await installDebian(root, 'PostgreSQL', ['postgresql'])
  return installed()
}

/**
 * Who runs the server: it refuses to be run by root.
 * @param {string} root
 * @returns {Promise<{ uid?: number, gid?: number }>}
 */
async function serverUser(root) {
  if (process.getuid?.() !== 0) return {}
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = [await read(root, 'id', ['-u', name]), await read(root, 'id', ['-g', name])]
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new Stop('No user was found that may run PostgreSQL.')
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ uid?: number, gid?: number }} user
 * @param {string} cwd
 */
function start(program, args, user, cwd) {
  const child = spawn(program, args, {
    cwd,
    env: childEnv(cwd),
    stdio: ['ignore', 'ignore', 'pipe'],
    ...user,
  })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said = (said + chunk).slice(-4_000)
  })
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => {
    child.on('error', () => resolve(1))
    child.on('exit', (code) => resolve(code ?? 1))
  })
  return { child, ended, said: () => said }
}

/**
 * Runs a server of its own on loopback, on a free port and with an empty cluster that is thrown away. Nothing in
 * it has to outlive a power cut, so it does not wait for the disk.
 * @template T
 * @param {string} root
 * @param {string} bin folder of its programs
 * @param {(url: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withPostgres(root, bin, work) {
  const user = await serverUser(root)
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'))
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid ?? user.uid)
  const data = join(folder, 'data')
  const port = String(await freePort())
  try {
    const init = start(
      join(bin, 'initdb'),
      ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8', '--lc-collate=C', '-N'],
      user,
      folder,
    )
    if ((await init.ended) !== 0) throw new Stop(`The test cluster could not be made. ${init.said()}`)
    const settings = [
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'fsync=off',
      'full_page_writes=off',
      'max_connections=200',
    ]
    const server = start(
      join(bin, 'postgres'),
      ['-D', data, '-p', port, ...settings.flatMap((one) => ['-c', one])],
      user,
      folder,
    )
    let over = false
    server.ended.then(() => {
      over = true
    })
    try {
      const latest = Date.now() + START_MS
      while (!server.said().includes('ready to accept connections')) {
        if (over || Date.now() > latest) throw new Stop(`PostgreSQL did not start. ${server.said()}`)
        await wait(50)
      }
      return await work(`postgres://postgres@127.0.0.1:${port}/postgres`)
    } finally {
      // Fast shutdown: clients are sent away.
      server.child.kill('SIGINT')
      await server.ended
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
