import { recordEvent } from '#db/queries/events'
import { store } from '#db/store'
import { now } from '#lib/clock'
import { requireApplicant } from '#lib/identity/session'
import { paths } from '#lib/paths'
import { ownData } from './own-data.ts'

/** One's own data as a file. That it was taken is written down. */
export async function GET(): Promise<Response> {
  const { person } = await requireApplicant(paths.download)
  const { read, write } = await store()
  const at = now()
  const body = JSON.stringify(await ownData(read, person, at), null, 2)
  await write((tx) =>
    recordEvent(tx, { at, actorId: person.id, role: 'applicant', verb: 'download', personId: person.id }),
  )
  return new Response(body, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="my-information.json"',
    },
  })
}
