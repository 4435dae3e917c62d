'use server'

import { redirect } from 'next/navigation'
import { refuse } from '#admin/refused.ts'
import { whenTwice } from '#db/errors'
import {
  addReason,
  changeReason,
  type ReasonEditor,
  type ReasonOutcome,
  retireReason,
} from '#db/queries/reasons'
import { store } from '#db/store'
import { now } from '#lib/clock'
import { readReasonInput } from '#lib/collection/reason-input'
import { scalar, textPairs } from '#lib/forms'
import { requireReviewer, type ScopedSession } from '#lib/identity/session'
import { paths, withQuery } from '#lib/paths'

const CHANGED = [{ name: 'title', text: '这条原因刚被同事改过，请对照下面的历史再保存' }]

const editor = (session: ScopedSession): ReasonEditor => ({
  actorId: session.person.id,
  role: 'reviewer',
  officeId: session.officeIds[0] ?? '',
  now: now(),
})

// Two changes of one version, or two first ones, at the same moment.
const staleWhenTwice = whenTwice<ReasonOutcome>('stale')

/** Adds a reason of one's own office. */
export async function addOwnReasonAction(form: FormData): Promise<void> {
  const path = paths.officeReasons
  const session = await requireReviewer(path, form)
  const { input, errors } = readReasonInput(textPairs(form))
  if (errors.length > 0) return refuse(session, path, form, errors)
  const { write } = await store()
  const outcome = await write(async (tx) => {
    await addReason(tx, editor(session), input)
    return 'done' as ReasonOutcome
  }).catch(staleWhenTwice)
  if (outcome === 'stale') return refuse(session, path, form, CHANGED)
  redirect(withQuery(path, { done: 'added' }))
}

/** Changes one as a new version; decisions made before keep theirs. */
export async function changeOwnReasonAction(code: string, form: FormData): Promise<void> {
  const path = paths.officeReason(code)
  const session = await requireReviewer(path, form)
  const { input, errors } = readReasonInput(textPairs(form), code)
  if (errors.length > 0) return refuse(session, path, form, errors)
  const { write } = await store()
  const seen = Number(scalar(form, 'version'))
  const outcome = await write((tx) => changeReason(tx, editor(session), { code, seen }, input)).catch(
    staleWhenTwice,
  )
  if (outcome === 'stale') return refuse(session, path, form, CHANGED)
  redirect(withQuery(paths.officeReasons, outcome === 'done' ? { done: 'changed' } : {}))
}

/** Takes one out of the offer, or puts it back. */
export async function retireOwnReasonAction(code: string, form: FormData): Promise<void> {
  const session = await requireReviewer(paths.officeReason(code), form)
  const retired = scalar(form, 'intent') === 'retire'
  const { write } = await store()
  await write((tx) => retireReason(tx, editor(session), code, retired))
  redirect(withQuery(paths.officeReasons, { done: retired ? 'retired' : 'restored' }))
}
