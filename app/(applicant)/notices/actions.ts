'use server'

import { redirect } from 'next/navigation'
import { markMessagesRead } from '#db/queries/own-messages'
import { store } from '#db/store'
import { now } from '#lib/clock'
import { scalar } from '#lib/forms'
import { requireApplicant } from '#lib/identity/session'
import { paths } from '#lib/paths'

/** Marks every message as read that the page could show when it was made; later ones stay new. */
export async function readAction(form: FormData): Promise<void> {
  const { person } = await requireApplicant(paths.messages)
  const until = new Date(Number.parseInt(scalar(form, 'until'), 10) || 0)
  await (await store()).write((tx) => markMessagesRead(tx, person.id, until, now()))
  redirect(paths.messages)
}
