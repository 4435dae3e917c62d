'use server'

import { redirect } from 'next/navigation'
import { editor } from '#admin/editor.ts'
import { refuse } from '#admin/refused.ts'
import { refreshCalendar } from '#db/calendar'
import { putCalendarDays, removeCalendarDay, removeExamWindow, saveExamWindow } from '#db/queries/calendar'
import { store } from '#db/store'
import { readDays, readWindow } from '#lib/calendar-input'
import { scalar, textPairs } from '#lib/forms'
import { requireAdmin } from '#lib/identity/session'
import { paths, withQuery } from '#lib/paths'

const PATH = paths.adminCalendar

/** Sets days to worked or off over the shipped calendar. */
export async function addDaysAction(form: FormData): Promise<void> {
  const session = await requireAdmin(PATH, form)
  const { days, errors, ...as } = readDays(textPairs(form))
  if (errors.length > 0) return refuse(session, PATH, form, errors)
  const s = await store()
  await s.write((tx) => putCalendarDays(tx, editor(session), days, as))
  await refreshCalendar(s)
  redirect(withQuery(PATH, { done: 'set' }))
}

/** Lets a day follow the shipped calendar again. */
export async function removeDayAction(form: FormData): Promise<void> {
  const session = await requireAdmin(PATH, form)
  const s = await store()
  await s.write((tx) => removeCalendarDay(tx, editor(session), scalar(form, 'day')))
  await refreshCalendar(s)
  redirect(withQuery(PATH, { done: 'cleared' }))
}

/** Adds a registration window, or changes the one that the form names. */
export async function saveWindowAction(id: string | undefined, form: FormData): Promise<void> {
  const path = withQuery(PATH, { window: id ?? 'new' })
  const session = await requireAdmin(path, form)
  const { window, errors } = readWindow(textPairs(form))
  if (!window) return refuse(session, path, form, errors)
  const { write } = await store()
  const saved = await write((tx) => saveExamWindow(tx, editor(session), id, window))
  redirect(withQuery(PATH, saved ? { done: 'window' } : {}))
}

/** Takes a registration window away. */
export async function removeWindowAction(form: FormData): Promise<void> {
  const session = await requireAdmin(PATH, form)
  const { write } = await store()
  await write((tx) => removeExamWindow(tx, editor(session), scalar(form, 'windowId')))
  redirect(withQuery(PATH, { done: 'removed' }))
}
