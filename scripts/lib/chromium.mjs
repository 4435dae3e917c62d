import { existsSync } from 'node:fs'
import { installDebian } from './debian.mjs'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * The browser that is there.
 * @param {string | undefined} wanted CHROMIUM_PATH
 * @param {(path: string) => boolean} exists
 * @returns {string | null}
 */
export function findChromium(wanted, exists = existsSync) {
  return [wanted, ...PLACES].find((path) => path && exists(path)) ?? null
}

/**
 * The path of a browser; Debian's is installed, with Chinese fonts, when none is there and root may do so.
 * @param {string} root
 * @returns {Promise<string | null>}
 */
export async function chromium(root) {
  const wanted = process.env.CHROMIUM_PATH
  const found = findChromium(wanted)
  if (found) return found
  await installDebian(root, 'Chromium', ['chromium', 'fonts-noto-cjk'])
  return findChromium(wanted)
}
