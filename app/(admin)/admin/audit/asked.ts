import { type AuditCursor, type AuditSearch, findByIdNumber } from '#db/queries/audit-search'
import type { Db } from '#db/store'
import { readSearch, type TypedSearch } from '#lib/audit'
import { endOfDay, startOfDay } from '#lib/clock'
import type { Pairs } from '#lib/identity/held'

/** Under which a search that was written down is held; a refused one is held under the page's own address. */
export const SEARCHED = '/admin/audit#searched'

/** A typed search as the store is asked; nobody has the number, or nothing is wrong. */
export async function askedOf(
  db: Db,
  typed: TypedSearch,
): Promise<{ readonly search: AuditSearch; readonly unknownPerson: boolean }> {
  const personId = typed.idNumber === '' ? undefined : await findByIdNumber(db, typed.idNumber)
  return {
    search: {
      personId,
      actorId: typed.actorId || undefined,
      officeId: typed.officeId || undefined,
      verb: typed.verb || undefined,
      from: typed.from ? startOfDay(typed.from) : undefined,
      until: typed.to ? endOfDay(typed.to) : undefined,
    },
    unknownPerson: typed.idNumber !== '' && personId === undefined,
  }
}

/** The search of a held form. */
export const askedOfHeld = (db: Db, pairs: Pairs) => askedOf(db, readSearch(pairs).search)

/** `1783000000000-42`: the place in the record behind which a page begins. */
export const packCursor = ({ at, id }: AuditCursor): string => `${at.getTime()}-${id}`

/** The same back; nothing for what is none. */
export function unpackCursor(text: string | undefined): AuditCursor | undefined {
  const parts = /^(\d{1,15})-(\d{1,15})$/.exec(text ?? '')
  return parts ? { at: new Date(Number(parts[1])), id: Number(parts[2]) } : undefined
}
