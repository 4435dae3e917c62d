import { findOpenApplication } from '#db/queries/applications'
import { findPicture } from '#db/queries/documents'
import { DamagedError, getSealed } from '#lib/documents/sealed'
import { currentSession } from '#lib/identity/session'
import { previewOf } from '#lib/images/preview'
import { isRefusal, remakePicture } from '#lib/uploads/make-picture'
import { pictureResponse } from '#lib/uploads/picture-response'
import type { Place } from '#lib/uploads/slot'
import { rooms } from './rooms.ts'

const missing = () => new Response(null, { status: 404 })

/**
 * Bytes for the slot's own page, for the owner only: the upload in small, or with `?crop=` what that frame
 * would give. Nothing is stored.
 */
export async function preview(request: Request, place: Place | undefined): Promise<Response> {
  const session = place && (await currentSession())
  if (!session) return missing()
  const { store, blobs, ring } = await rooms()
  const row = await findOpenApplication(store.read, session.person.id)
  const { owner, slot, limit } = place
  const kept = row && (await findPicture(store.read, { applicationId: row.id, owner, slot }))
  if (!kept?.row.workBlobKey || !kept.row.workWrappedKey) return missing()
  const asked = new URL(request.url).searchParams.get('crop')
  const crop = (['top', 'centre', 'bottom'] as const).find((name) => name === asked)
  try {
    const work = await getSealed(blobs, ring, kept.row.workBlobKey, kept.row.workWrappedKey)
    if (!crop || !limit.exact) return pictureResponse(await previewOf(work), 'preview')
    const made = await remakePicture(work, limit, kept.outcome, { crop })
    return isRefusal(made) ? missing() : pictureResponse(made.picture.jpeg, 'preview')
  } catch (error) {
    if (!(error instanceof DamagedError)) throw error
    console.error(error.message)
    return missing()
  }
}
