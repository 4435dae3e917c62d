'use server'

import { redirect } from 'next/navigation'
import { acting } from '#applicant/posting.ts'
import { withdrawApplication } from '#db/queries/collect'
import { store } from '#db/store'
import { CollectionError } from '#lib/collection/errors'
import { scalar } from '#lib/forms'
import { paths, withQuery } from '#lib/paths'

/** Takes the submitted application back to draft (D12). */
export async function withdrawAction(form: FormData): Promise<void> {
  const by = await acting(paths.withdraw, form)
  const { write } = await store()
  const version = Number.parseInt(scalar(form, 'version'), 10) || 0
  try {
    await write((tx) => withdrawApplication(tx, by, version))
  } catch (error) {
    if (!(error instanceof CollectionError)) throw error
    redirect(withQuery(paths.withdraw, { refused: error.code }))
  }
  redirect(withQuery(paths.tasks, { done: 'withdrawn' }))
}
