'use server'

import { redirect } from 'next/navigation'
import { editor } from '#admin/editor.ts'
import { refuse } from '#admin/refused.ts'
import { whenTwice } from '#db/errors'
import { addReason, changeReason, type ReasonEditor, retireReason } from '#db/queries/reasons'
import { store } from '#db/store'
import { readReasonInput } from '#lib/collection/reason-input'
import { scalar, textPairs } from '#lib/forms'
import { requireAdmin, type Session } from '#lib/identity/session'
import { paths, withQuery } from '#lib/paths'

const ofProvince = (session: Session): ReasonEditor => ({
  ...editor(session),
  role: 'administrator',
  officeId: '',
})

const CHANGED = [{ name: 'title', text: '这条原因刚被别人改过，请对照下面的历史再保存' }]

/** Adds a reason of the province. */
export async function addReasonAction(form: FormData): Promise<void> {
  const session = await requireAdmin(paths.adminReasons, form)
  const { input, errors } = readReasonInput(textPairs(form))
  if (errors.length > 0) return refuse(session, paths.adminReasons, form, errors)
  const { write } = await store()
  await write((tx) => addReason(tx, ofProvince(session), input))
  redirect(withQuery(paths.adminReasons, { done: 'added' }))
}

/** Changes a reason as a new version; decisions made before keep theirs. */
export async function changeReasonAction(code: string, form: FormData): Promise<void> {
  const path = paths.adminReason(code)
  const session = await requireAdmin(path, form)
  const { input, errors } = readReasonInput(textPairs(form), code)
  if (errors.length > 0) return refuse(session, path, form, errors)
  const { write } = await store()
  const seen = Number(scalar(form, 'version'))
  const outcome = await write((tx) => changeReason(tx, ofProvince(session), { code, seen }, input)).catch(
    whenTwice('stale' as const),
  )
  if (outcome === 'stale') return refuse(session, path, form, CHANGED)
  redirect(withQuery(paths.adminReasons, outcome === 'done' ? { done: 'changed' } : {}))
}

/** Takes a reason out of the offer, or puts it back. */
export async function retireReasonAction(code: string, form: FormData): Promise<void> {
  const session = await requireAdmin(paths.adminReason(code), form)
  const retired = scalar(form, 'intent') === 'retire'
  const { write } = await store()
  await write((tx) => retireReason(tx, ofProvince(session), code, retired))
  redirect(withQuery(paths.adminReasons, { done: retired ? 'retired' : 'restored' }))
}
