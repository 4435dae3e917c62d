import { defineConfig } from 'vitest/config'

// Apart from the unit suites: a minute of pictures, and the service that has been built.
export default defineConfig({
  test: {
    include: ['tests/pictures/**/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    // The pool has a process for each of two cores already.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 90_000,
    env: { TZ: 'UTC' },
  },
})
