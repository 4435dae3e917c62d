import { takeHeld } from '#lib/identity/held'
import { type Place, readFilter } from '#lib/review/filter'

/** A place of the queue, and what a search by number found there. */
export interface Asked {
  readonly place: Place
  readonly personIds: readonly string[] | undefined
}

/** What a place shows to this person: the people that a number found are kept for its owner alone. */
export async function askedOf(personId: string, place: Place, at: Date): Promise<Asked> {
  const held = await takeHeld(place.find, `person:${personId}`, at)
  return Array.isArray(held?.issues)
    ? { place: { ...place, filter: readFilter({ status: 'all' }) }, personIds: held.issues.map(String) }
    : { place: { ...place, find: undefined }, personIds: undefined }
}
