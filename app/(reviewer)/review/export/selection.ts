import type { Selection } from '#db/queries/export'
import { today } from '#lib/clock'
import { EXPORT_FULL, mayCall } from '#lib/identity/rights'
import type { Session } from '#lib/identity/session'
import { unpackPlace } from '#lib/review/filter'
import { type Asked, askedOf } from '../asked.ts'

/**
 * The queue's state as it is handed on to the export.
 * @param f the place as `packPlace` wrote it
 */
export const handedOn = (personId: string, f: string | undefined, at: Date): Promise<Asked> =>
  askedOf(personId, { ...unpackPlace(f), after: undefined }, at)

/** Whether this person may have whole numbers at all (D11). */
export const mayHaveWhole = ({ roles }: Pick<Session, 'roles'>): boolean =>
  mayCall(
    EXPORT_FULL,
    true,
    roles.map((post) => post.role),
  )

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
