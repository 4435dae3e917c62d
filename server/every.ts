/**
 * Does some work beside the service again and again, never twice at once. What fails is told, and tried again
 * the next time.
 * @param what in the sentence about a failure
 * @returns what ends it, when a run under way is over
 */
export function every(ms: number, what: string, work: () => Promise<unknown>): () => Promise<void> {
  let running: Promise<void> | undefined
  const run = async () => {
    try {
      await work()
    } catch (error) {
      console.error(`${what} failed:`, error)
    } finally {
      running = undefined
    }
  }
  const timer = setInterval(() => {
    running ??= run()
  }, ms)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}
