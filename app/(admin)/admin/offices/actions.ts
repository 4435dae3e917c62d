'use server'

import { notFound, redirect } from 'next/navigation'
import { editor } from '#admin/editor.ts'
import { refuse } from '#admin/refused.ts'
import { closeOffice, editOffice, openOffice } from '#db/queries/offices-edit'
import { moveFromClosed } from '#db/queries/offices-move'
import { store } from '#db/store'
import { now } from '#lib/clock'
import { scalar, textPairs } from '#lib/forms'
import { requireAdmin } from '#lib/identity/session'
import { readOffice } from '#lib/office-input'
import { paths, withQuery } from '#lib/paths'

/** Changes telephone, address, hours, name and fast lane of an office. */
export async function editOfficeAction(id: string, form: FormData): Promise<void> {
  const path = paths.adminOffice(id)
  const session = await requireAdmin(path, form)
  const { content, errors } = readOffice(textPairs(form))
  if (errors.length > 0) return refuse(session, path, form, errors)
  const { write } = await store()
  if (!(await write((tx) => editOffice(tx, editor(session), id, content)))) notFound()
  redirect(withQuery(path, { done: 'saved' }))
}

/** Opens a further review office of a county (D3). */
export async function openOfficeAction(form: FormData): Promise<void> {
  const path = paths.adminNewOffice
  const session = await requireAdmin(path, form)
  const { content, errors } = readOffice(textPairs(form))
  const nowhere = [{ name: 'divisionCode', text: '请选择所在的县（区、市）' }]
  const division = scalar(form, 'divisionCode')
  if (division === '') return refuse(session, path, form, [...nowhere, ...errors])
  if (errors.length > 0) return refuse(session, path, form, errors)
  const { write } = await store()
  const id = await write((tx) => openOffice(tx, editor(session), division, content))
  if (id === undefined) return refuse(session, path, form, nowhere)
  redirect(withQuery(paths.adminOffice(id), { done: 'opened' }))
}

/** Writes that the request itself waits for; the server goes on with what is left. */
const FIRST_WRITES = 4

/** Closes an office in favour of its successor and begins to move what it has. */
export async function closeOfficeAction(id: string, form: FormData): Promise<void> {
  const path = paths.adminCloseOffice(id)
  const session = await requireAdmin(path, form)
  const successorId = scalar(form, 'successorId')
  const unchosen = [{ name: 'successorId', text: '请选择接替的单位，须是另一个在用的县级单位' }]
  if (successorId === '') return refuse(session, path, form, unchosen)
  const s = await store()
  const closed = await s.write((tx) => closeOffice(tx, editor(session), id, successorId))
  if (!closed) return refuse(session, path, form, unchosen)
  await moveFromClosed(s, now(), FIRST_WRITES)
  redirect(withQuery(paths.adminOffice(id), { done: 'closed' }))
}
