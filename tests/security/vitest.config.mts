import { defineConfig } from 'vitest/config'

// Apart from the unit suites: these run the built service and look at everything that it leaves behind.
export default defineConfig({
  test: {
    include: ['tests/security/**/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 90_000,
    env: { TZ: 'UTC' },
  },
})
