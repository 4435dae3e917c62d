import type { Row, RowGroup } from '#lib/collection/present'

/** A field's name as words: `ftDegreeFile` → ft, Degree, File. */
const wordsOf = (field: string): string[] => field.match(/^[a-z0-9]+|[A-Z][a-z0-9]*/g) ?? []

/** How many words two names share from the start. */
function alike(a: string, b: string): number {
  const [left, right] = [wordsOf(a), wordsOf(b)]
  const at = left.findIndex((word, n) => word !== right[n])
  return at < 0 ? left.length : at
}

/**
 * The rows of a group that its picture proves. In an entry a picture proves everything typed there; in a
 * step those rows whose names begin like the slot's (`ftDegreeFile`: `ftDegree`, `ftSchool`), unless
 * another picture of the group is nearer to them.
 */
export function provenBy(group: RowGroup, picture: Row): readonly Row[] {
  const typed = group.rows.filter((row) => !row.picture && row.text !== '')
  if (group.item !== undefined) return typed
  const pictures = group.rows.filter((row) => row.picture)
  return typed.filter((row) => {
    const near = alike(picture.field, row.field)
    return near > 0 && pictures.every((other) => alike(other.field, row.field) <= near)
  })
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
