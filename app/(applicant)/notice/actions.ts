'use server'

import { redirect } from 'next/navigation'
import { findOpenApplication } from '#db/queries/applications'
import { CONSENTS, currentNotice, noticeOpenedAt, recordConsents } from '#db/queries/notices'
import { findRecordInForce } from '#db/queries/records'
import { store } from '#db/store'
import { now } from '#lib/clock'
import { secondsLeft } from '#lib/collection/notice-lock'
import { env } from '#lib/env'
import { scalar } from '#lib/forms'
import { requireApplicant } from '#lib/identity/session'
import { paths, withQuery } from '#lib/paths'

/** Stores both consents, not before the notice has been open for its seconds (R13, R14). */
export async function consentAction(form: FormData): Promise<void> {
  const session = await requireApplicant(paths.notice)
  const { read, write } = await store()
  const at = now()
  const version = await currentNotice(read)
  const openedAt = await noticeOpenedAt(read, session.person.id, version)
  const ticked = CONSENTS.filter((name) => scalar(form, name) !== '')
  const back = { ticked: ticked.join(',') || undefined }
  // A version that was published while the page lay open has to be read first.
  if (!openedAt || scalar(form, 'noticeVersion') !== version) redirect(paths.notice)
  if (secondsLeft(openedAt, at, env().noticeLockSeconds) > 0)
    redirect(withQuery(paths.notice, { ...back, early: '1' }))
  if (ticked.length < CONSENTS.length) redirect(withQuery(paths.notice, { ...back, missing: '1' }))
  await write((tx) => recordConsents(tx, session.person.id, version, at))
  // R15: 确定 leads to the form; whoever has begun already goes back to the task list.
  const begun =
    (await findOpenApplication(read, session.person.id)) ?? (await findRecordInForce(read, session.person.id))
  redirect(begun ? paths.tasks : paths.step('scope'))
}
