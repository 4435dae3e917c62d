import { now } from '#lib/clock'
import { currentSession } from '#lib/identity/session'
import { paths } from '#lib/paths'
import { drain, readUpload } from '#lib/uploads/read-upload'
import type { Place } from '#lib/uploads/slot'
import { upload } from './flow.ts'
import { leadOn, pathOf, rooms } from './rooms.ts'

/** Leads on: a form by redirect; our script, which asks for JSON, by the address to go to. */
function leadTo(location: string, request: Request): Response {
  if (request.headers.get('accept') === 'application/json') return Response.json({ location })
  return new Response(null, { status: 303, headers: { location } })
}

/** Answers the POST of an upload form: the body is read to its end whatever becomes of it. */
export async function receive(request: Request, place: Place | undefined): Promise<Response> {
  const session = place && (await currentSession())
  if (!session) {
    await drain(request)
    return place ? leadTo(paths.login(pathOf(place)), request) : new Response(null, { status: 404 })
  }
  const arrived = await readUpload(request)
  const by = { person: session.person, session: session.sid, now: now() }
  const location = await leadOn(by, place, upload(await rooms(), by, place, arrived))
  return location ? leadTo(location, request) : new Response(null, { status: 404 })
}
