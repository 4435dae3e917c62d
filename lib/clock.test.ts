import { afterEach, expect, test, vi } from 'vitest'
import {
  endOfDay,
  formatShanghai,
  formatShanghaiDesk,
  formatShanghaiFile,
  formatShanghaiTime,
  formatShanghaiWeekday,
  formatShanghaiYear,
  shanghaiHour,
  startOfDay,
  today,
} from './clock.ts'

const shared = globalThis as typeof globalThis & { appClockOffset?: number }

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
  vi.resetModules()
  delete shared.appClockOffset
})

test.each([
  ['2026-06-30T15:59:59.999Z', '2026-06-30'],
  ['2026-06-30T16:00:00Z', '2026-07-01'],
  ['2026-12-31T16:00:00Z', '2027-01-01'],
  ['2028-02-28T16:00:00Z', '2028-02-29'],
])('%s is %s in Shanghai', (instant, date) => {
  expect(today(new Date(instant))).toBe(date)
})

test('a day begins and ends at Shanghai’s midnight', () => {
  expect(startOfDay('2026-12-31').toISOString()).toBe('2026-12-30T16:00:00.000Z')
  expect(endOfDay('2026-12-31').toISOString()).toBe('2026-12-31T16:00:00.000Z')
  expect(shanghaiHour(startOfDay('2026-12-31'))).toBe(0)
  expect(shanghaiHour(new Date('2026-12-30T15:59:59.999Z'))).toBe(23)
})

test('an instant is written as the pages and the desk write it', () => {
  const at = new Date('2026-11-23T07:12:45Z')
  expect(formatShanghai(at)).toBe('11 月 23 日 15:12')
  expect(formatShanghaiWeekday(at)).toBe('11 月 23 日（周一）15:12')
  expect(formatShanghaiYear(at)).toBe('2026 年 11 月 23 日 15:12')
  expect(formatShanghaiDesk(at)).toBe('11-23 15:12')
  expect(formatShanghaiFile(at)).toBe('2026-11-23 15:12')
  expect(formatShanghaiTime(at)).toBe('15:12')
})

test('midnight is 00:00 of the new day, and single digits lose their zero in running text', () => {
  const at = new Date('2026-01-04T16:00:00Z')
  expect(formatShanghaiWeekday(at)).toBe('1 月 5 日（周一）00:00')
  expect(formatShanghaiDesk(at)).toBe('01-05 00:00')
  expect(formatShanghaiFile(at)).toBe('2026-01-05 00:00')
})

test('without APP_CLOCK the clock is that of the machine', async () => {
  vi.useFakeTimers({ now: new Date('2026-03-01T00:00:00Z') })
  vi.resetModules()
  const { now } = await import('./clock.ts')
  expect(now().toISOString()).toBe('2026-03-01T00:00:00.000Z')
})

test('with APP_CLOCK the clock runs on from that instant, in every copy of the module', async () => {
  vi.useFakeTimers({ now: new Date('2031-03-01T00:00:00Z') })
  vi.stubEnv('APP_CLOCK', '2026-07-01T08:00:00+08:00')
  vi.resetModules()
  const first = await import('./clock.ts')
  expect(first.now().toISOString()).toBe('2026-07-01T00:00:00.000Z')
  vi.advanceTimersByTime(90_000)
  expect(first.now().toISOString()).toBe('2026-07-01T00:01:30.000Z')
  vi.resetModules()
  const second = await import('./clock.ts')
  expect(second.now().toISOString()).toBe('2026-07-01T00:01:30.000Z')
})
