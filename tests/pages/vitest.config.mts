import { defineConfig } from 'vitest/config'

// Apart from the unit suites: these look at what has been built, and weigh the pages of the built service.
export default defineConfig({
  test: {
    include: ['tests/pages/**/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 90_000,
    env: { TZ: 'UTC' },
  },
})
