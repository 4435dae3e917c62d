import { type DocumentRow, pictureContext } from '#db/queries/documents'
import { toPictureRef } from '#db/queries/drafts'
import type { PictureRef } from '#lib/collection/field'
import { keyring } from '#lib/protect/current'
import { sealJson } from '#lib/protect/seal'
import type { Person, World } from './world.ts'

/** Owner (step or entry id) → slot → picture of one person. */
export type Album = Readonly<Record<string, Readonly<Record<string, DocumentRow>>>>

/** The entry that holds the demo's certificate, whose picture the crowd shares. */
const CERTIFICATE = 'd0000000000000000000a003.file'

/** Places of the demo's pictures that the crowd shares. */
export const SHARED_PLACES = [
  'personal.photo',
  'education.ftEducationFile',
  'education.ftDegreeFile',
  CERTIFICATE,
] as const

/** Gives somebody their pictures: a row each, all of them pointing to the shared sealed object. */
export function takePictures(
  { random, writer, pictures }: World,
  person: Person,
  has: { readonly educated: boolean; readonly entry: string | undefined },
  at: Date,
): Album {
  const album: Record<string, Record<string, DocumentRow>> = {}
  for (const place of SHARED_PLACES) {
    const shared = pictures[place]
    const [, slot = ''] = place.split('.')
    const owner = place === CERTIFICATE ? has.entry : place.split('.')[0]
    if (!shared || owner === undefined || (owner === 'education' && !has.educated)) continue
    const document = { ...shared, id: random.id(), personId: person.id, createdAt: at }
    writer.into.documents(document)
    album[owner] = { ...album[owner], [slot]: document }
  }
  return album
}

/** Puts the pictures into the slots of an application. */
export function hang({ writer }: World, applicationId: string, album: Album, at: Date) {
  const refs: Record<string, Record<string, PictureRef>> = {}
  for (const [owner, slots] of Object.entries(album)) {
    for (const [slot, document] of Object.entries(slots)) {
      const { width, height, bytes } = document
      const size = { width, height, bytes }
      const key = { applicationId, owner, slot }
      const outcome = {
        verdict: 'accepted',
        before: { ...size, format: 'jpeg' },
        after: size,
        changes: [],
        turned: 0,
      }
      const sealed = sealJson(keyring(), pictureContext(key), outcome)
      writer.into.draftPictures({ ...key, documentId: document.id, sealed, savedAt: at })
      refs[owner] = { ...refs[owner], [slot]: toPictureRef(document) }
    }
  }
  return refs
}
