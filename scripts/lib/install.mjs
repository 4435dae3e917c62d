import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, run, Stop } from './children.mjs'

/** The oldest Node that runs TypeScript as it is and carries what the database driver needs. */
const NODE = [22, 18]

/** @param {string} file */
function textOf(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/**
 * What the installed packages depend on: the lock, the lists of dependencies, the platform.
 * @param {string} root
 */
export function installDigest(root) {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
    textOf(join(root, 'package.json')),
  )
  return createHash('sha256')
    .update(textOf(join(root, 'package-lock.json')))
    .update(JSON.stringify([dependencies, devDependencies, optionalDependencies]))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex')
}

/**
 * Whether a version of Node is new enough.
 * @param {string | null} version such as `v24.1.0`
 */
export function isEnough(version) {
  const [major = 0, minor = 0] = (version ?? '').replace(/^v/, '').split('.').map(Number)
  return major > NODE[0] || (major === NODE[0] && minor >= NODE[1])
}

/**
 * Installs the packages when those that are there are not the ones of the lock. The stamp is written last, so
 * an installation that broke off is done again.
 * @param {string} root
 */
export async function install(root) {
  const stamp = join(root, 'node_modules', '.stamp')
  const digest = installDigest(root)
  if (textOf(stamp) !== digest) {
    console.log('Installing packages …')
    // Tests and the build need the development packages whatever NODE_ENV says.
    const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
    if ((await run(root, 'npm', args)) !== 0) throw new Stop('The packages could not be installed.')
    writeFileSync(stamp, digest)
  }
  const version = await read(root, 'node', ['--version'])
  if (!isEnough(version)) throw new Stop(`Node ${NODE.join('.')} or later is needed, this is ${version}.`)
}
