import type { Administrator } from '#db/queries/events'
import { now } from '#lib/clock'
import type { Session } from '#lib/identity/session'

/** Who changes what the province keeps, and when. */
export const editor = (session: Session): Administrator => ({ actorId: session.person.id, now: now() })
