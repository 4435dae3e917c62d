import { findOpenApplication } from '#db/queries/applications'
import { findPicture } from '#db/queries/documents'
import { USUAL } from '#lib/collection/frame'
import { DamagedError, getSealed } from '#lib/documents/sealed'
import { currentSession } from '#lib/identity/session'
import { isRefusal } from '#lib/images/judge'
import { previewPicture, remakePicture } from '#lib/uploads/make-picture'
import { pictureResponse } from '#lib/uploads/picture-response'
import type { Place } from '#lib/uploads/slot'
import { rooms } from './rooms.ts'

const missing = () => new Response(null, { status: 404 })

/** Longest side of the picture on which a frame is moved. */
const WHOLE = 1200

/**
 * Bytes for the slot's own pages, for the owner only: the upload in small as it was sent, with `?whole` larger
 * and as it was turned by hand, with `?crop=` what that frame would give. Nothing is stored.
 */
export async function preview(request: Request, place: Place | undefined): Promise<Response> {
  const session = place && (await currentSession())
  if (!session) return missing()
  const { store, blobs, ring } = await rooms()
  const row = await findOpenApplication(store.read, session.person.id)
  const { owner, slot, limit } = place
  const kept = row && (await findPicture(store.read, { applicationId: row.id, owner, slot }))
  if (!kept?.row.workBlobKey || !kept.row.workWrappedKey) return missing()
  const query = new URL(request.url).searchParams
  const crop = USUAL.find((name) => name === query.get('crop'))
  const { outcome } = kept
  const look = query.has('whole') ? { longest: WHOLE, turn: outcome.turned } : {}
  try {
    const work = await getSealed(blobs, ring, kept.row.workBlobKey, kept.row.workWrappedKey)
    if (!crop || !limit.exact) {
      const small = await previewPicture(work, look)
      return isRefusal(small) ? missing() : pictureResponse(small, 'preview')
    }
    const made = await remakePicture(work, limit, outcome, { crop })
    return isRefusal(made) ? missing() : pictureResponse(made.picture.jpeg, 'preview')
  } catch (error) {
    if (!(error instanceof DamagedError)) throw error
    console.error(error.message)
    return missing()
  }
}
