import { defineConfig } from '@playwright/test'

// Started by `npm test -- browser`, which runs a server with a store of its own for each project.
const origin = process.env.JOURNEY_ORIGIN
if (!origin) throw new Error('JOURNEY_ORIGIN is not set: run the journeys by "npm test -- browser".')

// What the province changes concerns everybody at once, so that it has a store of its own.
const PROVINCE = '**/k-administrator.test.ts'
// Pictures for the documents, on request.
const SCREENS = '**/screens.test.ts'
const APART = [PROVINCE, SCREENS]

export default defineConfig({
  testDir: './tests/journeys',
  workers: 2,
  retries: 0,
  timeout: 60_000,
  forbidOnly: true,
  reporter: [['line'], ['json']],
  use: {
    baseURL: origin,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'nojs', testIgnore: APART, use: { javaScriptEnabled: false } },
    { name: 'js', testIgnore: APART, use: { javaScriptEnabled: true } },
    { name: 'province', testMatch: PROVINCE, use: { javaScriptEnabled: false } },
    { name: 'screens', testMatch: SCREENS, workers: 1, use: { javaScriptEnabled: false } },
  ],
})
