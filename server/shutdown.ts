import type { Server } from 'node:http'

/** Milliseconds that requests in flight are given. */
const GRACE_MS = 10_000

/** Ends a server: no new connections, requests in flight are finished, what then still hangs is cut off. */
export async function closeServer(server: Server, graceMs = GRACE_MS): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  // A kept-alive connection becomes idle when its answer has gone out.
  const sweep = setInterval(() => server.closeIdleConnections(), 100)
  const cut = setTimeout(() => server.closeAllConnections(), graceMs)
  await closed
  clearInterval(sweep)
  clearTimeout(cut)
}

/**
 * Ends the process in order at SIGTERM or SIGINT. Further signals change nothing: a terminal sends
 * one to every process of a group, and the launcher passes its own on.
 * @param steps run one after the other; one that fails does not keep the next from running
 * @returns what ends it in the same order with an exit code
 */
export function endOnSignal(steps: readonly (() => unknown)[]): (code: number) => Promise<void> {
  let ending = false
  const end = async (because: number) => {
    if (ending) return
    ending = true
    let code = because
    for (const step of steps) {
      try {
        await step()
      } catch (error) {
        console.error('Closing down:', error)
        code = 1
      }
    }
    process.exit(code)
  }
  process.on('SIGTERM', () => end(0))
  process.on('SIGINT', () => end(0))
  return end
}
