import { redirect } from 'next/navigation'
import { hasConsentedNow } from '#db/queries/notices'
import { mayEdit } from '#db/queries/own'
import { store } from '#db/store'
import { paths } from '#lib/paths'
import type { OwnPage } from './own.ts'

/**
 * Whether the person has still to read the version in force before they fill or submit: a new one asks
 * everybody who has not submitted (R13, R14). What waits for a reviewer is not asked.
 */
export async function mustRead(own: OwnPage): Promise<boolean> {
  const { workspace, session } = own
  if (workspace && !mayEdit(workspace)) return false
  const { read } = await store()
  return !(await hasConsentedNow(read, session.person.id))
}

/** Leads to the notice whoever has to read it first. What they have filled stays. */
export async function noticeFirst(own: OwnPage): Promise<void> {
  if (await mustRead(own)) redirect(paths.notice)
}
