import { withoutValues } from '#server/quiet-errors'

/** Ends a command with one sentence and exit code 1. */
export function failed(error: unknown): void {
  const told = withoutValues(error)
  console.error(told instanceof Error ? told.message : String(told))
  process.exitCode = 1
}
