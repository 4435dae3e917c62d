import { env } from './env.ts'

// The bundles of Next hold copies of this module; they must all tell the same time.
const shared = globalThis as typeof globalThis & { appClockOffset?: number }

/** The present instant. With APP_CLOCK set, that instant plus what has passed since the process first asked. */
export function now(): Date {
  if (shared.appClockOffset === undefined) {
    const start = env().appClock
    shared.appClockOffset = start ? start.getTime() - Date.now() : 0
  }
  return new Date(Date.now() + shared.appClockOffset)
}

const shanghai = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  weekday: 'short',
})

const WEEKDAYS: Record<string, string> = {
  Mon: '周一',
  Tue: '周二',
  Wed: '周三',
  Thu: '周四',
  Fri: '周五',
  Sat: '周六',
  Sun: '周日',
}

/** Year, month, day, hour and minute as two or four digits, and the weekday, on a wall clock in Shanghai. */
function wallClock(at: Date) {
  const part: Record<string, string> = {}
  for (const { type, value } of shanghai.formatToParts(at)) part[type] = value
  const { year = '', month = '', day = '', hour = '', minute = '', weekday = '' } = part
  return { year, month, day, time: `${hour}:${minute}`, weekday: WEEKDAYS[weekday] ?? '' }
}

/** The calendar date in Shanghai at that instant, `YYYY-MM-DD`. */
export function today(at: Date): string {
  const { year, month, day } = wallClock(at)
  return `${year}-${month}-${day}`
}

/** The first instant of a date in Shanghai, which has no summer time. */
export const startOfDay = (date: string): Date => new Date(`${date}T00:00:00+08:00`)

/** The first instant after it. */
export const endOfDay = (date: string): Date => new Date(startOfDay(date).getTime() + 24 * 60 * 60_000)

/** The hour in Shanghai at that instant, 0–23. */
export const shanghaiHour = (at: Date): number => Number(wallClock(at).time.slice(0, 2))

/** `14:32`, of an instant of today. */
export const formatShanghaiTime = (at: Date): string => wallClock(at).time

/** `11 月 23 日 14:32`. */
export function formatShanghai(at: Date): string {
  const { month, day, time } = wallClock(at)
  return `${Number(month)} 月 ${Number(day)} 日 ${time}`
}

/** `11 月 23 日（周一）15:12`. */
export function formatShanghaiWeekday(at: Date): string {
  const { month, day, weekday, time } = wallClock(at)
  return `${Number(month)} 月 ${Number(day)} 日（${weekday}）${time}`
}

/** `2026 年 11 月 23 日 14:32`, where the year matters: receipts, records, histories. */
export function formatShanghaiYear(at: Date): string {
  return `${Number(wallClock(at).year)} 年 ${formatShanghai(at)}`
}

/** The short form of the review desk, `11-23 15:12`. */
export function formatShanghaiDesk(at: Date): string {
  const { month, day, time } = wallClock(at)
  return `${month}-${day} ${time}`
}

const SHANGHAI_MS = 8 * 3_600_000

/**
 * Sorts as it reads, `2026-11-23 15:12`: files. By arithmetic, because a file has ten thousands of them:
 * Shanghai has kept eight hours since 1991.
 */
export const formatShanghaiFile = (at: Date): string =>
  new Date(at.getTime() + SHANGHAI_MS).toISOString().slice(0, 16).replace('T', ' ')
