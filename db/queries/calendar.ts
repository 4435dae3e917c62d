import { and, asc, eq, isNull } from 'drizzle-orm'
import type { ExamWindow } from '#lib/exam'
import { newId } from '#lib/protect/ids'
import { calendarDays, examWindows } from '../schema.ts'
import type { Db } from '../store.ts'
import { type Administrator, recordAdministration } from './events.ts'

export interface CalendarDay {
  /** `YYYY-MM-DD`. */
  readonly day: string
  readonly worked: boolean
  readonly note: string
}

/** The days on which the province differs from the calendar that ships, oldest first. */
export const listCalendarDays = (db: Db): Promise<CalendarDay[]> =>
  Promise.resolve(
    db
      .select({ day: calendarDays.day, worked: calendarDays.worked, note: calendarDays.note })
      .from(calendarDays)
      .orderBy(asc(calendarDays.day)),
  )

/** Sets days to worked or off; a day that was set before is set anew. */
export async function putCalendarDays(
  tx: Db,
  by: Administrator,
  days: readonly string[],
  as: { readonly worked: boolean; readonly note: string },
): Promise<void> {
  const [first = '', last = first] = [days[0], days.at(-1)]
  await tx
    .insert(calendarDays)
    .values(days.map((day) => ({ day, ...as, createdAt: by.now })))
    .onConflictDoUpdate({ target: calendarDays.day, set: { ...as, createdAt: by.now } })
  await recordAdministration(tx, by, { verb: 'setDays', facts: { from: first, to: last, worked: as.worked } })
}

/** Lets a day follow the shipped calendar again. */
export async function removeCalendarDay(tx: Db, by: Administrator, day: string): Promise<void> {
  const hit = await tx.delete(calendarDays).where(eq(calendarDays.day, day)).returning()
  if (hit.length > 0) await recordAdministration(tx, by, { verb: 'clearDay', facts: { day } })
}

/** A window with the id under which it is changed. */
export interface StoredWindow extends ExamWindow {
  readonly id: string
}

/** Every registration window, by the day on which it closes. */
export async function listExamWindows(db: Db): Promise<StoredWindow[]> {
  const rows = await db
    .select()
    .from(examWindows)
    .where(isNull(examWindows.removedAt))
    .orderBy(asc(examWindows.closes), asc(examWindows.id))
  return rows.map(({ removedAt: _, examDate, ...row }) => ({ ...row, examDate: examDate ?? undefined }))
}

/** Adds a window, or changes the one of this id. @returns whether there is one to change */
export async function saveExamWindow(
  tx: Db,
  by: Administrator,
  id: string | undefined,
  window: ExamWindow,
): Promise<boolean> {
  const columns = { ...window, examDate: window.examDate ?? null }
  if (id === undefined) {
    const fresh = newId()
    await tx.insert(examWindows).values({ ...columns, id: fresh })
    await recordAdministration(tx, by, { verb: 'addWindow', facts: { window: fresh, exam: window.exam } })
    return true
  }
  const hit = await tx
    .update(examWindows)
    .set(columns)
    .where(and(eq(examWindows.id, id), isNull(examWindows.removedAt)))
    .returning()
  if (hit.length > 0)
    await recordAdministration(tx, by, { verb: 'changeWindow', facts: { window: id, exam: window.exam } })
  return hit.length > 0
}

/** Takes a window away; its row stays, so that an empty table is not filled anew. */
export async function removeExamWindow(tx: Db, by: Administrator, id: string): Promise<void> {
  const hit = await tx
    .update(examWindows)
    .set({ removedAt: by.now })
    .where(and(eq(examWindows.id, id), isNull(examWindows.removedAt)))
    .returning()
  if (hit.length > 0) await recordAdministration(tx, by, { verb: 'removeWindow', facts: { window: id } })
}
