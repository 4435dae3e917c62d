import { defineConfig } from 'vitest/config'

// The fault suites are apart from the unit suites: they kill processes, fill disks and need the build.
export default defineConfig({
  test: {
    include: ['tests/faults/**/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    // One at a time: each suite measures its own processes against the disk.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 90_000,
    env: { TZ: 'UTC' },
  },
})
