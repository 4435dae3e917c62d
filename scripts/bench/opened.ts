import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { BenchError, environmentOf, type StoreFile } from './options.ts'

/** A store in a process of its own. */
export interface Opened {
  /** Milliseconds that one call (processor time) or act (by the clock) took, the mean of `times`. @throws BenchError with what went wrong */
  readonly measure: (name: string, times: number) => Promise<number>
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
    async measure(name, times) {
      const answered = answer()
      child.send({ name, times })
      const { ms, error } = await answered
      if (ms === undefined) throw new BenchError(`${name}: ${error}`)
      return ms
    },
    async close() {
      child.disconnect()
      await ended
    },
  }
}
