import { once } from 'node:events'
import { resolve } from 'node:path'
import type { Check } from '#db/engines/sqlite-check'
import { createService, type Handler } from './http.ts'
import { publicFiles } from './public-files.ts'
import { quietErrors, withoutValues } from './quiet-errors.ts'
import { closeServer, endOnSignal } from './shutdown.ts'

/** Node 22 runs TypeScript and carries the interface that the database driver needs. */
const NODE_MAJOR = 22

/** A failure that ends the start with one sentence instead of a stack. */
function sentenceOf(error: unknown, port: number): string {
  if (!(error instanceof Error)) return String(error)
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') return `PORT ${port} is already in use by another process.`
  if (code === 'EACCES' && error.message.includes('listen'))
    return `PORT ${port} needs more rights than this process has.`
  const told = withoutValues(error)
  return told instanceof Error ? told.message : String(told)
}

/** The application: Next's production server, without its own listener. */
async function application(root: string): Promise<{ handler: Handler; close: () => Promise<void> }> {
  const { default: next } = await import('next')
  const app = next({ dev: false, dir: root, quiet: true })
  await app.prepare()
  return { handler: app.getRequestHandler(), close: () => app.close() }
}

/**
 * Checks a store that was too large to be checked at its opening. A damaged one is not served on: what is
 * still right in it must not be written over.
 */
async function checkStore(url: string, end: (code: number) => Promise<void>): Promise<Check | undefined> {
  const { checkBeside, isSmall } = await import('#db/engines/sqlite-check')
  const file = url.replace(/^file:/, '')
  if (file === url || isSmall(file)) return undefined
  const check = checkBeside(file)
  check.finding.then((found) => {
    if (found) console.error(found.sentence)
    return found?.damaged ? end(1) : undefined
  })
  return check
}

async function start(): Promise<void> {
  if (Number(process.versions.node.split('.')[0]) < NODE_MAJOR) {
    throw new Error(
      `Node ${NODE_MAJOR} or later is needed, this is ${process.versions.node}: start with "npm start".`,
    )
  }
  const root = resolve(import.meta.dirname, '..')
  const { env } = await import('#lib/env')
  const { now } = await import('#lib/clock')
  const settings = env()
  // A clock that is set for tests runs from the start of the process, not from the first request.
  now()
  // The sign-in library takes its own address from here; without it, it would believe the Host header.
  process.env.NEXTAUTH_URL = settings.publicOrigin

  const { prepare } = await import('#db/prepare')
  const { summary } = await prepare()
  const { handler, close } = await application(root)
  const { countAnswer } = await import('#lib/metrics')
  // A form from before a release is kept for its owner instead of being lost (house 4.9).
  globalThis.__holdForm = (await import('#lib/identity/hold-posted')).holdPosted

  const server = createService(handler, {
    publicOrigin: settings.publicOrigin,
    trustProxy: settings.trustProxy,
    redirectHost: settings.appEnv === 'demo',
    issuerOrigin: settings.oidc && new URL(settings.oidc.issuer).origin,
    publicFiles: publicFiles(resolve(root, 'public')),
    observe: countAnswer,
  })
  server.listen(settings.port)
  await once(server, 'listening')
  const { startChores } = await import('./chores.ts')
  let check: Check | undefined
  const end = endOnSignal([
    () => closeServer(server),
    close,
    startChores(),
    async () => (await import('#db/store')).closeStore(),
    () => check?.stop(),
  ])
  check = await checkStore(settings.databaseUrl, end)
  for (const line of summary) console.log(line)
  console.log(`Ready: ${settings.publicOrigin}`)
}

quietErrors()
start().catch((error: unknown) => {
  console.error(sentenceOf(error, Number(process.env.PORT || 3000)))
  process.exit(1)
})
