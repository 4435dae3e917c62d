'use server'

import { redirect } from 'next/navigation'
import { acting } from '#applicant/posting.ts'
import { store } from '#db/store'
import { scalar } from '#lib/forms'
import { paths, withQuery } from '#lib/paths'
import { withdraw } from './withdraw.ts'

/** Takes the submitted application back to draft, or says why not. */
export async function withdrawAction(form: FormData): Promise<void> {
  const by = await acting(paths.withdraw, form)
  const version = Number.parseInt(scalar(form, 'version'), 10) || 0
  const outcome = await withdraw(await store(), by, version)
  if (outcome === 'withdrawn') redirect(withQuery(paths.tasks, { done: 'withdrawn' }))
  if (outcome === 'moved') redirect(withQuery(paths.tasks, { done: 'stale' }))
  redirect(withQuery(paths.withdraw, { refused: outcome.refused }))
}
