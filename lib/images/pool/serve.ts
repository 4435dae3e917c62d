import type { Job, Reply } from './job.ts'

/**
 * Makes this process do jobs, one after the other, until whoever started it hangs up or ends.
 * @param work its result goes back; what it throws goes back as a message
 */
export function serve(work: (job: Job) => Promise<unknown>): void {
  // A terminal sends its signals to every process of the group: jobs under way are finished first.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
  process.on('disconnect', () => process.exit(0))
  process.on('message', async (job: Job) => {
    const reply = await work(job).then(
      (result) => ({ result }),
      (error: unknown) => ({ error: error instanceof Error ? error.message : String(error) }),
    )
    process.send?.(reply as Reply)
  })
}
