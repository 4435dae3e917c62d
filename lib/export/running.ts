/** Exports that one process makes at a time, so that their memory and their work stay bounded. */
const MOST_RUNNING = 2

// Next bundles this module more than once: one count for all.
const shared = globalThis as typeof globalThis & { exportsRunning?: number }

/**
 * Takes a place among the running exports.
 * @returns gives the place back, once however often it is called; nothing when all are taken
 */
export function startRunning(): (() => void) | undefined {
  const running = shared.exportsRunning ?? 0
  if (running >= MOST_RUNNING) return undefined
  shared.exportsRunning = running + 1
  let held = true
  return () => {
    if (held) shared.exportsRunning = (shared.exportsRunning ?? 1) - 1
    held = false
  }
}
