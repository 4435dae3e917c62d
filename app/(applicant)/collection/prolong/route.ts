import { now } from '#lib/clock'
import { secondsLeft } from '#lib/identity/live'
import { currentSession } from '#lib/identity/session'

/**
 * Prolongs the session of a page that stays open, as every request does. Answers in JSON: 200 with `left`, the
 * seconds until it ends, or 401 when it has ended.
 */
export async function POST(): Promise<Response> {
  const session = await currentSession()
  if (!session) return Response.json({ outcome: 'ended' }, { status: 401 })
  return Response.json({ left: secondsLeft(session, now()) })
}
