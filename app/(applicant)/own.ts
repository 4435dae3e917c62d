import { cache } from 'react'
import { findOwnCollection, type OwnCollection } from '#db/queries/own'
import { store } from '#db/store'
import { now } from '#lib/clock'
import { requireApplicant, type Session } from '#lib/identity/session'

/** What every page of the applicant's wing begins with: who asks, when, and what they have. */
export interface OwnPage extends OwnCollection {
  readonly session: Session
  readonly at: Date
}

const find = cache(async (path: string): Promise<OwnPage> => {
  const session = await requireApplicant(path)
  const at = now()
  const { read } = await store()
  return { session, at, ...(await findOwnCollection(read, session.person, at)) }
})

/**
 * The person's own collection. Without a session the visitor is sent to sign in and comes back to `path`.
 * The find goes through the person, so that another's draft cannot be reached.
 */
export const ownPage = (path: string): Promise<OwnPage> => find(path)
