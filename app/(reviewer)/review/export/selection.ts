import type { Selection } from '#db/queries/export'
import { today } from '#lib/clock'
import { takeHeld } from '#lib/identity/held'
import { type Place, readFilter, unpackPlace } from '#lib/review/filter'

/** A place of the queue, and what a search by number found there. */
export interface Asked {
  readonly place: Place
  readonly personIds: readonly string[] | undefined
}

/**
 * The queue's state as it is handed on to the export.
 * @param f the place as `packPlace` wrote it
 */
export async function askedOf(personId: string, f: string | undefined, at: Date): Promise<Asked> {
  const place = unpackPlace(f)
  const held = await takeHeld(place.find, `person:${personId}`, at)
  return Array.isArray(held?.issues)
    ? { place: { ...place, filter: readFilter({ status: 'all' }) }, personIds: held.issues.map(String) }
    : { place: { filter: place.filter }, personIds: undefined }
}

/**
 * What may be exported of it: offices that this person may read, one of them when it is named. Whatever is
 * asked, no other office comes in.
 */
export function selectionOf(
  { place, personIds }: Asked,
  by: { reviewer: string; officeIds: readonly string[] },
  officeId: string,
  at: Date,
): Selection {
  const { reviewer, officeIds } = by
  return {
    filter: place.filter,
    personIds,
    officeIds: officeId === '' ? officeIds : officeIds.filter((id) => id === officeId),
    today: today(at),
    claims: { reviewer, now: at },
  }
}
