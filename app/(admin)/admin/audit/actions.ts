'use server'

import { redirect } from 'next/navigation'
import { editor } from '#admin/editor.ts'
import { keep, refuse } from '#admin/refused.ts'
import { recordSearch } from '#db/queries/audit-search'
import { store } from '#db/store'
import { readSearch } from '#lib/audit'
import { textPairs } from '#lib/forms'
import { requireAdmin } from '#lib/identity/session'
import { paths, withQuery } from '#lib/paths'
import { askedOf, SEARCHED } from './asked.ts'

/**
 * Searches the record. What was typed is held for its owner: numbers never stand in an address, and there is
 * no result without a search that was written down.
 */
export async function searchAction(form: FormData): Promise<void> {
  const path = paths.adminAudit
  const session = await requireAdmin(path, form)
  const { search: typed, errors } = readSearch(textPairs(form))
  if (errors.length > 0) return refuse(session, path, form, errors)
  const { read, write } = await store()
  const { search, unknownPerson } = await askedOf(read, typed)
  await write((tx) => recordSearch(tx, editor(session), search, unknownPerson))
  redirect(withQuery(path, { search: await keep(session, SEARCHED, form) }))
}
