import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { BenchError, environmentOf, type StoreFile } from './options.ts'

/** So many acts of `ACTS`, or calls of `CALLS` for so long. */
export type Asked =
  | { readonly act: string; readonly times: number }
  | { readonly call: string; readonly ms: number }

/** A store in a process of its own. */
export interface Opened {
  /**
   * Milliseconds that one act (by the clock) or call (processor time) took, the mean of all.
   * @throws BenchError with what went wrong
   */
  readonly measure: (asked: Asked) => Promise<number>
  readonly close: () => Promise<void>
}

/** Opens a store and waits until it can be asked. */
export async function openAside(root: string, store: StoreFile): Promise<Opened> {
  const child = fork(join(import.meta.dirname, 'child.ts'), [], {
    cwd: root,
    env: environmentOf(store),
  })
  const ended = once(child, 'exit')
  /** The next message; a process that ends instead has said why. */
  const answer = async () => {
    const [message] = await Promise.race([once(child, 'message'), ended.then(() => [undefined])])
    if (message === undefined) throw new BenchError(`The store ${store.file} could not be opened.`)
    return message as { ms?: number; error?: string }
  }
  await answer()
  return {
    async measure(asked) {
      const answered = answer()
      child.send(asked)
      const { ms, error } = await answered
      if (ms === undefined) throw new BenchError(`${JSON.stringify(asked)}: ${error}`)
      return ms
    },
    async close() {
      child.disconnect()
      await ended
    },
  }
}
