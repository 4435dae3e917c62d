import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'

/** A failure that is told in one sentence and ends the command. */
export class Stop extends Error {}

/**
 * The environment of everything that is started: the tree's own programs come first, among them the Node
 * that an optional dependency brings where the machine's own is too old.
 * @param {string} root
 * @param {Record<string, string | undefined>} [more]
 */
export function childEnv(root, more = {}) {
  const PATH = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
  return { ...process.env, PATH, NEXT_TELEMETRY_DISABLED: '1', ...more }
}

/**
 * Starts a program and waits for it. What it prints is shown.
 * @param {string} root working directory
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Record<string, string | undefined>} [more] environment
 * @returns {Promise<number>} its exit code; 1 when a signal ended it
 */
export function run(root, program, args, more) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env: childEnv(root, more), stdio: 'inherit' })
    child.on('error', () => reject(new Stop(`"${program}" could not be started.`)))
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

/**
 * Starts a program and gives what it prints; its complaints are shown.
 * @param {string} root
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Record<string, string | undefined>} [more]
 * @returns {Promise<string | null>} null when it failed
 */
export function read(root, program, args, more) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: childEnv(root, more),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let text = ''
    child.stdout.on('data', (chunk) => {
      text += chunk
    })
    child.on('error', () => resolve(null))
    child.on('close', (code) => resolve(code === 0 ? text.trim() : null))
  })
}

/**
 * Hands the command over to a program that stays: signals are passed on, and its exit code is ours.
 * @param {string} root
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Record<string, string | undefined>} more
 */
export function become(root, program, args, more) {
  const child = spawn(program, args, { cwd: root, env: childEnv(root, more), stdio: 'inherit' })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => process.exit(code ?? 1))
}
