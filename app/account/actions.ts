'use server'

import { redirect } from 'next/navigation'
import { endOtherSessions, endOwnSession } from '#db/queries/sessions'
import { store } from '#db/store'
import { now } from '#lib/clock'
import { scalar } from '#lib/forms'
import { requireSession } from '#lib/identity/session'
import { paths, withQuery } from '#lib/paths'

/** Ends one session of one's own, on another device. */
export async function endOneAction(form: FormData): Promise<void> {
  const { person } = await requireSession(paths.account)
  const id = scalar(form, 'session')
  await (await store()).write((tx) => endOwnSession(tx, person.id, id, now()))
  redirect(withQuery(paths.account, { done: 'ended' }))
}

/** Ends every session of one's own but this one. */
export async function endOthersAction(): Promise<void> {
  const { person, sid } = await requireSession(paths.account)
  await (await store()).write((tx) => endOtherSessions(tx, person.id, sid, now()))
  redirect(withQuery(paths.account, { done: 'ended' }))
}
