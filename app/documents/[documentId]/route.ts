import { notFound } from 'next/navigation'
import { type DocumentRow, findOfficeDocument, findOwnDocument } from '#db/queries/documents'
import { type Role, recordEvent } from '#db/queries/events'
import { store } from '#db/store'
import { now } from '#lib/clock'
import { blobs } from '#lib/documents/current'
import { DamagedError, getSealed } from '#lib/documents/sealed'
import { requireReviewer, requireSession } from '#lib/identity/session'
import { paths } from '#lib/paths'
import { keyring } from '#lib/protect/current'
import { pictureResponse } from '#lib/uploads/picture-response'

interface Looking {
  readonly document: DocumentRow
  readonly actorId: string
  readonly role: Role
  /** The office on whose behalf a picture of somebody else is looked at. */
  readonly officeId?: string
}

/** The document for its owner or the office in charge; the 404 page for everybody else (contract section 3). */
async function look(id: string): Promise<Looking> {
  const path = paths.document(id)
  const { read } = await store()
  const { person } = await requireSession(path)
  const own = await findOwnDocument(read, person.id, id)
  if (own) return { document: own, actorId: person.id, role: 'applicant' }
  // Oversight reads rows, not pictures: the contract names the owner and the office in charge alone.
  const { officeIds } = await requireReviewer(path)
  const seen = await findOfficeDocument(read, officeIds, id)
  if (!seen) notFound()
  return { ...seen, actorId: person.id, role: 'reviewer' }
}

async function note({ document, ...by }: Looking, verb: string): Promise<void> {
  const facts = { documentId: document.id }
  const { write } = await store()
  await write((tx) => recordEvent(tx, { ...by, at: now(), verb, personId: document.personId, facts }))
}

/** The stored bytes of a picture, exactly. Who looks at somebody else's is recorded. */
export async function GET(_: Request, { params }: { params: Promise<{ documentId: string }> }) {
  const looking = await look((await params).documentId)
  const { id, blobKey, wrappedKey } = looking.document
  // Destroyed when its time was over (`lib/retention`).
  if (blobKey === '') notFound()
  try {
    const jpeg = await getSealed(blobs(), keyring(), blobKey, wrappedKey)
    if (looking.role !== 'applicant') await note(looking, 'documentViewed')
    return pictureResponse(jpeg, id)
  } catch (error) {
    if (!(error instanceof DamagedError)) throw error
    await note(looking, 'documentDamaged')
    console.error(error.message)
    return new Response(null, { status: 500 })
  }
}
