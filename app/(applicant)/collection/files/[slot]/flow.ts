import { countAttempt, HOUR_MS } from '#db/queries/attempts'
import type { Acting } from '#db/queries/collect'
import { type DocumentRow, findPicture } from '#db/queries/documents'
import { emptySlot, type SlotChange, slotState, storePicture } from '#db/queries/pictures'
import { editable } from '#db/queries/saving'
import type { Store } from '#db/store'
import { noticedIn, writeFlags } from '#lib/collection/picture-flags'
import type { BlobStore } from '#lib/documents/blob-store'
import { getSealed, putSealed, type SealedObject } from '#lib/documents/sealed'
import { isRefusal, type Refusal } from '#lib/images/judge'
import { newId } from '#lib/protect/ids'
import type { Keyring } from '#lib/protect/keyring'
import { type MadePicture, makePicture, remakePicture, type Wish } from '#lib/uploads/make-picture'
import type { Arrived } from '#lib/uploads/read-upload'
import type { Place } from '#lib/uploads/slot'

/** Where pictures and their rows are kept. */
export interface Rooms {
  readonly store: Store
  readonly blobs: BlobStore
  readonly ring: Keyring
}

/**
 * What became of an upload, a crop, a turn or a removal. In all but `stored` and `removed` the slot is as
 * it was.
 */
export type Outcome =
  | { readonly outcome: 'stored'; readonly verdict: 'accepted' | 'adjusted' }
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  | { readonly outcome: 'removed' | 'closed' | 'missing' | 'moved' }

/** Uploads, crops and turns an hour, of one person and in one of the slots: each costs a second of the machine. */
export const PER_HOUR = { person: 60, slot: 40 } as const

/** The working copy of the result: fresh bytes of an upload, or the one it was made anew from. */
type Source = { readonly work: Buffer } | { readonly from: { blobKey: string; wrappedKey: Buffer } }

const refused = (refusal: Refusal): Outcome => ({ outcome: 'refused', refusal })

/** Whether the picture may be worked on, before any work is done. The write looks again. */
async function begin({ store }: Rooms, by: Acting, place: Place) {
  const workspace = await editable(store.read, by)
  const state = slotState(workspace, place)
  const key = { applicationId: workspace.row.id, owner: place.owner, slot: place.slot }
  if (state !== 'open') return { stop: { outcome: state }, key }
  const ofPerson = `upload:${by.person.id}`
  const n = await store.write(async (tx) => ({
    person: await countAttempt(tx, ofPerson, HOUR_MS, by.now),
    slot: await countAttempt(tx, `${ofPerson}:${place.owner}:${place.slot}`, HOUR_MS, by.now),
  }))
  const over = (['person', 'slot'] as const).find((of) => n[of] > PER_HOUR[of])
  return { stop: over && refused({ code: 'tooMany', of: over, perHour: PER_HOUR[over] }), key }
}

const rowOf = (by: Acting, kept: SealedObject, { picture }: MadePicture): DocumentRow => ({
  id: newId(),
  personId: by.person.id,
  blobKey: kept.blobKey,
  wrappedKey: kept.wrappedKey,
  digest: picture.digest,
  width: picture.width,
  height: picture.height,
  bytes: picture.bytes,
  // D7: advice to the applicant, a flag for the reviewer.
  flags: writeFlags(noticedIn(picture.advice)),
  createdAt: by.now,
})

/** Seals and stores what was made; objects that no row came to name are deleted again. */
async function keep(
  rooms: Rooms,
  by: Acting,
  place: Place,
  made: MadePicture,
  source: Source,
): Promise<Outcome> {
  const { store, blobs, ring } = rooms
  const fresh: string[] = []
  const put = async (plain: Buffer) => {
    const kept = await putSealed(blobs, ring, plain)
    fresh.push(kept.blobKey)
    return kept
  }
  let change: SlotChange | undefined
  try {
    const document = rowOf(by, await put(made.picture.jpeg), made)
    const from = 'from' in source ? { from: source.from.blobKey } : {}
    const work = 'from' in source ? source.from : await put(source.work)
    const { outcome } = made
    change = await store.write((tx) => storePicture(tx, by, place, { document, work, outcome, ...from }))
  } finally {
    if (change?.outcome !== 'done') await Promise.all(fresh.map((key) => blobs.delete(key)))
  }
  if (change.outcome !== 'done') return change
  if (change.freed) await blobs.delete(change.freed)
  return { outcome: 'stored', verdict: made.outcome.verdict }
}

/**
 * Carries an upload out: measure, judge, make, seal, store. Only the last step is in a transaction.
 * @throws CollectionError `notOpen` when nothing may be edited now
 */
export async function upload(rooms: Rooms, by: Acting, place: Place, arrived: Arrived): Promise<Outcome> {
  const { stop } = await begin(rooms, by, place)
  if (stop) return stop
  if ('refusal' in arrived) return refused(arrived.refusal)
  const made = await makePicture(arrived.file, place.limit, arrived.device)
  if (isRefusal(made)) return refused(made)
  return keep(rooms, by, place, made, { work: made.work })
}

/**
 * Makes the slot's picture anew from its working copy, with another frame or a turn.
 * @throws CollectionError `notOpen`; DamagedError when the working copy does not open
 */
export async function remake(rooms: Rooms, by: Acting, place: Place, wish: Wish): Promise<Outcome> {
  const { stop, key } = await begin(rooms, by, place)
  if (stop) return stop
  const kept = await findPicture(rooms.store.read, key)
  const { workBlobKey: blobKey, workWrappedKey: wrappedKey } = kept?.row ?? {}
  // Working copies are dropped at the submission (D8): after a return only a new upload helps.
  if (!kept || !blobKey || !wrappedKey) return { outcome: 'moved' }
  const work = await getSealed(rooms.blobs, rooms.ring, blobKey, wrappedKey)
  const made = await remakePicture(work, place.limit, kept.outcome, wish)
  if (isRefusal(made)) return refused(made)
  return keep(rooms, by, place, made, { from: { blobKey, wrappedKey } })
}

/** Empties the slot and deletes its working copy. @throws CollectionError `notOpen` */
export async function remove({ store, blobs }: Rooms, by: Acting, place: Place): Promise<Outcome> {
  const change = await store.write((tx) => emptySlot(tx, by, place))
  if (change.outcome !== 'done') return change
  if (change.freed) await blobs.delete(change.freed)
  return { outcome: 'removed' }
}
