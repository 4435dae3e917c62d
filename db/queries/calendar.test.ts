import { asc, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { EXAM_WINDOWS } from '#lib/collection/codes/exam-windows'
import { followProvince, isWorkingDay } from '#lib/working-days'
import { refreshCalendar } from '../calendar.ts'
import { events } from '../schema.ts'
import { seedReference } from '../seed/reference.ts'
import type { Store } from '../store.ts'
import { openTestStore } from '../testing.ts'
import {
  listCalendarDays,
  listExamWindows,
  putCalendarDays,
  removeCalendarDay,
  removeExamWindow,
  saveExamWindow,
} from './calendar.ts'

let store: Store
let remove: () => Promise<void>
beforeAll(async () => {
  ;({ store, remove } = await openTestStore())
  await seedReference(store, T)
})
afterAll(async () => {
  followProvince(new Map())
  await remove()
})

const T = new Date('2026-07-01T00:00:00Z')
const ADMIN = { actorId: 'admin', now: T }
const WINDOW = {
  exam: 'senior' as const,
  name: '2028 年高级',
  opens: '2028-01-04',
  closes: '2028-01-22',
  examDate: '2028-05-13',
  example: false,
}
const happened = async (...verbs: string[]) =>
  (
    await store.read
      .select({ verb: events.verb, facts: events.facts })
      .from(events)
      .where(inArray(events.verb, verbs))
      .orderBy(asc(events.id))
  ).map(({ verb, facts }) => `${verb} ${facts}`)

it('sets days over the shipped calendar, sets them anew, and lets them go', async () => {
  const put = (days: string[], worked: boolean, note: string) =>
    store.write((tx) => putCalendarDays(tx, ADMIN, days, { worked, note }))
  await put(['2027-02-05', '2027-02-06'], false, '春节')
  await put(['2027-02-06'], true, '调休')
  expect(await listCalendarDays(store.read)).toEqual([
    { day: '2027-02-05', worked: false, note: '春节' },
    { day: '2027-02-06', worked: true, note: '调休' },
  ])
  expect([isWorkingDay('2027-02-05'), isWorkingDay('2027-02-06')]).toEqual([true, false])
  await refreshCalendar(store)
  expect([isWorkingDay('2027-02-05'), isWorkingDay('2027-02-06')]).toEqual([false, true])
  await store.write((tx) => removeCalendarDay(tx, ADMIN, '2027-02-05'))
  await store.write((tx) => removeCalendarDay(tx, ADMIN, '2027-02-05'))
  await refreshCalendar(store)
  expect(isWorkingDay('2027-02-05')).toBe(true)
  expect(await happened('setDays', 'clearDay')).toEqual([
    'setDays {"from":"2027-02-05","to":"2027-02-06","worked":false}',
    'setDays {"from":"2027-02-06","to":"2027-02-06","worked":true}',
    'clearDay {"day":"2027-02-05"}',
  ])
})

it('keeps the windows: begins with the examples, adds, changes, takes away', async () => {
  expect((await listExamWindows(store.read)).map((w) => w.closes)).toEqual(
    EXAM_WINDOWS.map((w) => w.closes).sort(),
  )
  expect(await store.write((tx) => saveExamWindow(tx, ADMIN, undefined, WINDOW))).toBe(true)
  const stored = (await listExamWindows(store.read)).find((w) => w.name === WINDOW.name)
  expect(stored).toMatchObject(WINDOW)
  const undated = { ...WINDOW, examDate: undefined }
  expect(await store.write((tx) => saveExamWindow(tx, ADMIN, stored?.id, undated))).toBe(true)
  expect((await listExamWindows(store.read)).at(-1)?.examDate).toBeUndefined()
  expect(await store.write((tx) => saveExamWindow(tx, ADMIN, 'none', WINDOW))).toBe(false)
  for (const window of await listExamWindows(store.read)) {
    await store.write((tx) => removeExamWindow(tx, ADMIN, window.id))
  }
  expect(await listExamWindows(store.read)).toEqual([])
  expect(await store.write((tx) => saveExamWindow(tx, ADMIN, stored?.id, WINDOW))).toBe(false)
  expect((await happened('addWindow', 'changeWindow', 'removeWindow')).map((e) => e.split(' ')[0])).toEqual([
    'addWindow',
    'changeWindow',
    ...EXAM_WINDOWS.map(() => 'removeWindow'),
    'removeWindow',
  ])
})

it('does not bring back what was taken away', async () => {
  await seedReference(store, T)
  expect(await listExamWindows(store.read)).toEqual([])
})
