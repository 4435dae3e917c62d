'use server'

import { redirect } from 'next/navigation'
import { acting, orTaskList } from '#applicant/posting.ts'
import { discardApplication } from '#db/queries/collect'
import { store } from '#db/store'
import { blobs } from '#lib/documents/current'
import { paths, withQuery } from '#lib/paths'

/** Deletes the draft: rows first, then the objects that no row names any more (D12). */
export async function discardAction(form: FormData): Promise<void> {
  const by = await acting(paths.discard, form)
  const { write } = await store()
  const keys = await orTaskList(write((tx) => discardApplication(tx, by)))
  for (const key of keys) await blobs().delete(key)
  redirect(withQuery(paths.tasks, { done: 'discarded' }))
}
