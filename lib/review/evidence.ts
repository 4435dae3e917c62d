import type { Row, RowGroup } from '#lib/collection/present'

/** The leading small letters of a slot's name: `ft` of `ftEducationFile`, `appointment` of `appointmentFile`. */
const stemOf = (slot: string): string => /^[a-z]+/.exec(slot)?.[0] ?? slot

/**
 * The rows of a group that its picture proves: those whose names begin like the slot's, or, where the
 * slot's name is its own (`photo`, `file`), everything typed in the group.
 */
export function provenBy(group: RowGroup, picture: Row): readonly Row[] {
  const typed = group.rows.filter((row) => !row.picture && row.text !== '')
  const stem = stemOf(picture.field)
  const alike = stem === picture.field ? [] : typed.filter((row) => stemOf(row.field) === stem)
  return alike.length > 0 || stem !== picture.field ? alike : typed
}

/** Row key → key of the first picture of its group that proves it. */
export function evidenceOf(groups: readonly RowGroup[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const group of groups) {
    for (const picture of group.rows) {
      if (!picture.picture) continue
      found.set(picture.key, picture.key)
      for (const row of provenBy(group, picture)) if (!found.has(row.key)) found.set(row.key, picture.key)
    }
  }
  return found
}
