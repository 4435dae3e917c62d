import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

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

/** Installs the browser and Chinese fonts where that is possible without asking: root on Debian. */
function installChromium() {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return
  console.log('Installing Chromium …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  try {
    execFileSync('apt-get', ['update', '-qq'], { env, stdio: 'inherit' })
    const packages = ['chromium', 'fonts-noto-cjk']
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
      env,
      stdio: 'inherit',
    })
  } catch {
    console.error('Chromium could not be installed.')
  }
}

/** @returns {string | null} the path of a browser, installed now if need be */
export function chromium() {
  const wanted = process.env.CHROMIUM_PATH
  const found = findChromium(wanted)
  if (found) return found
  installChromium()
  return findChromium(wanted)
}
