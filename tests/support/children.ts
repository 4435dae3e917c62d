import { type ChildProcess, spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder, from which everything is started. */
export const ROOT = resolve(fileURLToPath(new URL('.', import.meta.url)), '../..')

export interface Child {
  readonly process: ChildProcess
  /** Resolves when the text has been printed. @throws when the process ends without it */
  readonly printed: (text: string) => Promise<void>
  /** Resolves with the exit code, 1 after a signal, when all that was printed has been read. */
  readonly ended: Promise<number>
  /** Everything printed up to now, both streams. */
  readonly said: () => string
}

/** Starts a program with Node's own path for programs written in TypeScript. */
export function start(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = {},
): Child {
  const child = spawn(program, args, {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: undefined, BLOB_URL: undefined, KEYRING: undefined, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const pieces: Buffer[] = []
  const said = () => Buffer.concat(pieces).toString()
  const listeners = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (piece: Buffer) => {
      pieces.push(piece)
      for (const look of listeners) look()
    })
  }
  const ended = new Promise<number>((done, fail) => {
    child.on('error', fail)
    child.on('close', (code) => done(code ?? 1))
  })
  const printed = (text: string) =>
    new Promise<void>((done, fail) => {
      const look = () => {
        if (!said().includes(text)) return
        listeners.delete(look)
        done()
      }
      listeners.add(look)
      look()
      ended.then(() => fail(new Error(`${program} ended without "${text}": ${said().slice(-2_000)}`)), fail)
    })
  return { process: child, printed, ended, said }
}
