import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{app,components,db,lib,scripts,server}/**/*.test.{ts,tsx}', 'tests/contract/**/*.test.ts'],
    exclude: ['node_modules/**'],
    environment: 'node',
    pool: 'forks',
    // Two cores are shared with the build and the browser.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    env: { TZ: 'UTC' },
  },
})
