'use server'

import { redirect } from 'next/navigation'
import { acting } from '#applicant/posting.ts'
import { submitApplication } from '#db/queries/collect'
import { hasConsentedNow } from '#db/queries/notices'
import { store } from '#db/store'
import { CollectionError, type Refusal } from '#lib/collection/errors'
import { blobs } from '#lib/documents/current'
import { scalar } from '#lib/forms'
import { paths, withQuery } from '#lib/paths'

const BACK: Readonly<Partial<Record<Refusal, Readonly<Record<string, string>>>>> = {
  stale: { stale: '1' },
  declarationMissing: { declare: '1' },
  blocked: {},
}

/** Submits what the page showed: nothing else, and only once (R39, R41, case 58). */
export async function submitAction(form: FormData): Promise<void> {
  const by = await acting(paths.check, form)
  const { write } = await store()
  const revision = Number.parseInt(scalar(form, 'revision'), 10) || 0
  const declared = scalar(form, 'declaration') !== ''
  try {
    const { dropped } = await write(async (tx) => {
      // A version that was published while the page lay open has to be read first (R13).
      if (!(await hasConsentedNow(tx, by.person.id))) {
        throw new CollectionError('consentMissing')
      }
      return submitApplication(tx, by, { revision, declared })
    })
    for (const key of dropped) await blobs().delete(key)
  } catch (error) {
    if (!(error instanceof CollectionError)) throw error
    if (error.code === 'consentMissing') redirect(paths.notice)
    const back = BACK[error.code]
    redirect(back ? withQuery(paths.check, back) : withQuery(paths.tasks, { done: error.code }))
  }
  redirect(withQuery(paths.receipt, { done: 'submitted' }))
}
