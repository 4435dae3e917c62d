import type { PictureRef } from './field.ts'
import type { Row, RowGroup } from './present.ts'

/** One field that reads differently in two submissions. */
export interface Change {
  readonly key: string
  readonly label: string
  readonly group: string
  readonly before?: { readonly text: string; readonly picture?: PictureRef }
  readonly after?: { readonly text: string; readonly picture?: PictureRef }
}

type Line = Row & { readonly group: string }

const lines = (groups: readonly RowGroup[]): Map<string, Line> =>
  new Map(groups.flatMap((g) => g.rows.map((r) => [r.key, { ...r, group: g.title }] as const)))

const side = (line: Line | undefined) =>
  line && (line.text !== '' || line.picture)
    ? { text: line.text, ...(line.picture ? { picture: line.picture } : {}) }
    : undefined

/** Two rows are the same when they read the same; pictures when their bytes are the same. */
export function sameRow(a: Row | undefined, b: Row | undefined): boolean {
  if (a?.picture || b?.picture) return a?.picture?.digest === b?.picture?.digest
  return (a?.text ?? '') === (b?.text ?? '')
}

/**
 * What changed between two presented collections, in the order of the newer one, fields that fell
 * away at the end. Entries are matched by their id, so a moved entry is no change.
 */
export function diff(before: readonly RowGroup[], after: readonly RowGroup[]): Change[] {
  const old = lines(before)
  const now = lines(after)
  const keys = [...now.keys(), ...[...old.keys()].filter((key) => !now.has(key))]
  return keys.flatMap((key) => {
    const a = old.get(key)
    const b = now.get(key)
    if (sameRow(a, b)) return []
    const named = b ?? a
    const [from, to] = [side(a), side(b)]
    return [
      {
        key,
        label: named?.label ?? key,
        group: named?.group ?? '',
        ...(from ? { before: from } : {}),
        ...(to ? { after: to } : {}),
      },
    ]
  })
}
