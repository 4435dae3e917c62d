'use server'

import { redirect } from 'next/navigation'
import { acting } from '#applicant/posting.ts'
import { findRecordInForce } from '#db/queries/records'
import { store } from '#db/store'
import { blobs } from '#lib/documents/current'
import { paths, withQuery } from '#lib/paths'
import { discard } from './discard.ts'

/** Deletes the draft; the next page says so, or the task list says why not. */
export async function discardAction(form: FormData): Promise<void> {
  const by = await acting(paths.discard, form)
  const opened = await store()
  const refused = await discard(opened, blobs(), by)
  if (refused) redirect(withQuery(paths.tasks, { done: refused }))
  // Whoever deletes a change still has the record that it would have changed.
  const record = await findRecordInForce(opened.read, by.person.id)
  redirect(withQuery(record ? paths.record : paths.tasks, { done: 'discarded' }))
}
