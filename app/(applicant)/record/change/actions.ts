'use server'

import { redirect } from 'next/navigation'
import { acting, orTaskList } from '#applicant/posting.ts'
import { startChange } from '#db/queries/collect'
import { currentNotice, hasConsented } from '#db/queries/notices'
import { store } from '#db/store'
import { isPartId } from '#lib/collection/steps/index'
import { several } from '#lib/forms'
import { paths, withQuery } from '#lib/paths'

/** Opens a change draft with the chosen parts (D13). */
export async function changeAction(form: FormData): Promise<void> {
  const by = await acting(paths.change, form)
  const parts = several(form, 'parts').filter(isPartId)
  if (parts.length === 0) redirect(withQuery(paths.change, { none: '1' }))
  const { read, write } = await store()
  const consented = await hasConsented(read, by.person.id, await currentNotice(read))
  if (!consented) redirect(paths.notice)
  await orTaskList(write((tx) => startChange(tx, by, { parts, consented })))
  redirect(paths.tasks)
}
