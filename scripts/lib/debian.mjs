import { existsSync } from 'node:fs'
import { run } from './children.mjs'

/**
 * Installs Debian packages where that is possible without asking, as root on Debian; elsewhere nothing is done.
 * @param {string} root
 * @param {string} what told to the reader
 * @param {readonly string[]} packages
 */
export async function installDebian(root, what, packages) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  console.log(`Installing ${what} …`)
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
  const asked = ['install', '-y', '-qq', '--no-install-recommends', ...packages]
  // The lists of packages may be missing or old.
  if ((await run(root, 'apt-get', asked, quiet)) === 0) return
  await run(root, 'apt-get', ['update', '-qq'], quiet)
  if ((await run(root, 'apt-get', asked, quiet)) !== 0) console.error(`${what} could not be installed.`)
}
