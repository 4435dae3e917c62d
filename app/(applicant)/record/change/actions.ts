'use server'

import { redirect } from 'next/navigation'
import { acting, orTaskList } from '#applicant/posting.ts'
import { store } from '#db/store'
import { several } from '#lib/forms'
import { paths, withQuery } from '#lib/paths'
import { begin } from './begin.ts'

const LEADS = {
  begun: paths.tasks,
  nothingChosen: withQuery(paths.change, { none: '1' }),
  noticeFirst: paths.notice,
} as const

/** Opens a change draft with the chosen parts (D13). */
export async function changeAction(form: FormData): Promise<void> {
  const by = await acting(paths.change, form)
  redirect(LEADS[await orTaskList(begin(await store(), by, several(form, 'parts')))])
}
