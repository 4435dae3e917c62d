import { postedOf } from '#applicant/posting.ts'
import { store } from '#db/store'
import { formatShanghaiTime, now } from '#lib/clock'
import { secondsLeft } from '#lib/identity/live'
import { currentSession } from '#lib/identity/session'
import { autosave, type Kept, placeOf } from './save.ts'

const STATUS: Readonly<Record<Kept['outcome'], number>> = { saved: 200, stale: 409, closed: 422, paced: 429 }

/** The posted form; nothing for a body that is none. */
const formIn = (request: Request) => request.formData().catch(() => undefined)

/**
 * The script's save of an open form (`components/enhance/autosave`). Answers in JSON: 200 with `savedAt` (`14:32`),
 * `version`, `shown`, `left` (seconds of the session) and, for an entry stored for the first time, its address
 * `at`; 401 without a session, 409 when it was overtaken, 422 when it cannot be stored, 429 when there are too many.
 */
export async function POST(request: Request): Promise<Response> {
  const session = await currentSession()
  if (!session) return Response.json({ outcome: 'ended' }, { status: 401 })
  const query = new URL(request.url).searchParams
  const place = placeOf(query.get('page') ?? '')
  const form = await formIn(request)
  if (!place || !form) return Response.json({ outcome: 'closed' }, { status: 422 })
  const by = { person: session.person, session: session.sid, now: now() }
  const kept = await autosave(await store(), by, place, query.get('draft') ?? '', postedOf(form))
  if (kept.outcome !== 'saved') return Response.json(kept, { status: STATUS[kept.outcome] })
  const { version, shown, at } = kept
  const left = secondsLeft(session, by.now)
  return Response.json({ savedAt: formatShanghaiTime(by.now), version, shown, left, at })
}
