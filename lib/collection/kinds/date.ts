import { z } from 'zod'
import type { DayField, Facts, MonthField } from '../field.ts'
import type { Kind, Reading } from './kind.ts'

type Parts = { year: string; month: string; day: string }

/** Full-width digits and the marks people type around them. */
const tidy = (s: string) =>
  s
    .normalize('NFKC')
    .replace(/[年月日号\s]/gu, '')
    .trim()

/**
 * Splits a whole date that was pasted into the year box: `2012年7月`, `2012.7`, `2012-07-01`, `20120701`.
 * Anything else is left as typed.
 */
function spread(year: string, month: string, day: string): Parts {
  if (month === '' && day === '') {
    const pasted = year.normalize('NFKC').trim()
    const marked = /^(\d{4})\s*[年./-]\s*(\d{1,2})(?:\s*[月./-]\s*(\d{1,2})\s*日?|\s*月)?$/u.exec(pasted)
    const run = /^(\d{4})(\d{2})(\d{2})?$/.exec(pasted)
    const hit = marked ?? run
    if (hit) return { year: hit[1] ?? '', month: hit[2] ?? '', day: hit[3] ?? '' }
  }
  return { year: tidy(year), month: tidy(month), day: tidy(day) }
}

const pad = (n: number, width: number) => String(n).padStart(width, '0')
const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()
const yearOf = z
  .string()
  .regex(/^\d{4}$/)
  .transform(Number)
const smallOf = z
  .string()
  .regex(/^\d{1,2}$/)
  .transform(Number)

function readDate(field: MonthField | DayField, parts: Parts, facts: Facts): Reading {
  const { label } = field
  const withDay = field.kind === 'day'
  const asked = withDay ? [parts.year, parts.month, parts.day] : [parts.year, parts.month]
  if (asked.every((p) => p === '')) return {}
  const example = withDay ? '2012 年 7 月 1 日' : '2012 年 7 月'
  if (asked.some((p) => p === '')) return { message: `${label}没有填完整，请写成 ${example} 这样` }
  const year = yearOf.safeParse(parts.year)
  if (!year.success || year.data < 1900 || year.data > 2100) {
    return { message: `${label}的年份须是 1900 至 2100 的四位数，您填的是“${parts.year}”` }
  }
  const month = smallOf.safeParse(parts.month)
  if (!month.success || month.data < 1 || month.data > 12) {
    return { message: `${label}的月份须在 1 至 12 之间，您填的是“${parts.month}”` }
  }
  let value = `${pad(year.data, 4)}-${pad(month.data, 2)}`
  if (withDay) {
    const day = smallOf.safeParse(parts.day)
    const last = daysIn(year.data, month.data)
    if (!day.success || day.data < 1 || day.data > last) {
      return { message: `${label}的日须在 1 至 ${last} 之间，您填的是“${parts.day}”` }
    }
    value += `-${pad(day.data, 2)}`
  }
  if (field.range === 'past' && value > facts.today.slice(0, value.length)) {
    return { message: `${label}须不晚于今天，您填的是 ${dateText(value)}，请检查年份` }
  }
  return { value }
}

/** `2012-07` → `2012 年 7 月`, `2012-07-01` → `2012 年 7 月 1 日`. */
export function dateText(value: string): string {
  const [year, month, day] = value.split('-')
  return `${Number(year)} 年 ${Number(month)} 月${day ? ` ${Number(day)} 日` : ''}`
}

const first = (values: readonly string[]) => values[0] ?? ''

/** A month as the certificate prints it, `YYYY-MM` (V-DATE). */
export const month: Kind<MonthField, string> = {
  controls: (name) => [`${name}.year`, `${name}.month`],
  read(field, typed, name, facts) {
    const parts = spread(first(typed(`${name}.year`)), first(typed(`${name}.month`)), '')
    return readDate(field, { ...parts, day: '' }, facts)
  },
  write(name, value) {
    const [y = '', m = ''] = value.split('-')
    return { [`${name}.year`]: [y], [`${name}.month`]: [String(Number(m))] }
  },
  text: (_field, value) => dateText(value),
  missing: (field) => `请填写${field.label}`,
}

/** A calendar day, `YYYY-MM-DD` (V-DATE). */
export const day: Kind<DayField, string> = {
  controls: (name) => [`${name}.year`, `${name}.month`, `${name}.day`],
  read(field, typed, name, facts) {
    const part = (p: string) => first(typed(`${name}.${p}`))
    return readDate(field, spread(part('year'), part('month'), part('day')), facts)
  },
  write(name, value) {
    const [y = '', m = '', d = ''] = value.split('-')
    return {
      [`${name}.year`]: [y],
      [`${name}.month`]: [String(Number(m))],
      [`${name}.day`]: [String(Number(d))],
    }
  },
  text: (_field, value) => dateText(value),
  missing: (field) => `请填写${field.label}`,
}
