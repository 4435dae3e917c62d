import { join } from 'node:path'
import { Pool, type PoolSettings } from './pool.ts'

/** How the service does its pictures; why these figures: `docs/pictures.md`. */
export const SETTINGS: PoolSettings = {
  // By path from the project's folder: the bundles of Next hold no program that could be started.
  program: join(process.cwd(), 'lib/images/pool/child.ts'),
  workers: 2,
  waiting: 24,
  jobMs: 20_000,
  jobs: 200,
  memoryKb: 1_200_000,
}

// The bundles of Next hold copies of this module; all must stand in one line.
const shared = globalThis as typeof globalThis & { picturePool?: Pool }

/** The one pool of this process. Its processes end with it. */
export function pool(): Pool {
  shared.picturePool ??= new Pool(SETTINGS)
  return shared.picturePool
}
