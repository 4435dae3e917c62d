import { defineConfig, type ViteUserConfig } from 'vitest/config'

/**
 * The settings of a suite apart from the unit suites: it kills processes, fills disks, or runs what has been
 * built, and so has more time.
 * @param folder below `tests`
 * @param own what this suite has otherwise
 */
export const suite = (
  folder: string,
  own: Pick<NonNullable<ViteUserConfig['test']>, 'fileParallelism' | 'testTimeout'> = {},
) =>
  defineConfig({
    test: {
      include: [`tests/${folder}/**/*.test.ts`],
      environment: 'node',
      pool: 'forks',
      maxWorkers: 2,
      testTimeout: 60_000,
      hookTimeout: 90_000,
      env: { TZ: 'UTC' },
      ...own,
    },
  })
