// The two commands of the service, `npm start` and `npm test`, from a fresh clone. Only what Node brings is
// used before the packages are installed, and the syntax is that of the oldest Node that npm may start it with.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, formKey } from './lib/build.mjs'
import { become, run, Stop } from './lib/children.mjs'
import { findChromium } from './lib/chromium.mjs'
import { install } from './lib/install.mjs'
import { test } from './lib/test.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const [command, ...args] = process.argv.slice(2)

const COMMANDS = {
  async start() {
    const key = await formKey(root)
    await build(root, key)
    become(root, 'node', ['server/main.ts'], { NODE_ENV: 'production' })
  },
  async build() {
    await build(root, await formKey(root))
  },
  /** Pages are shown as they are written, without the small server and therefore with the framework's scripts. */
  async dev() {
    const key = await formKey(root)
    if ((await run(root, 'node', ['scripts/prepare.ts'])) !== 0) throw new Stop('')
    const port = process.env.PORT || '3000'
    become(root, 'next', ['dev', '--port', port], {
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key,
      NEXTAUTH_URL: process.env.PUBLIC_ORIGIN || `http://localhost:${port}`,
    })
  },
  /** Measures what has been built. */
  async bench() {
    await build(root, await formKey(root))
    become(root, 'node', ['scripts/bench/main.ts', ...args], {
      NODE_ENV: 'production',
      CHROMIUM_PATH: findChromium(process.env.CHROMIUM_PATH) ?? undefined,
    })
  },
  async test() {
    process.exitCode = await test(root, args)
  },
}

try {
  const action = COMMANDS[command]
  if (!action) throw new Stop(`Use one of: ${Object.keys(COMMANDS).join(', ')}.`)
  await install(root)
  await action()
} catch (error) {
  if (!(error instanceof Stop)) throw error
  if (error.message) console.error(error.message)
  process.exitCode = 1
}
