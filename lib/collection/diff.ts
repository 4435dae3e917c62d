import type { PictureRef } from './field.ts'
import { entriesByKey, type Row, type RowGroup, rowsByKey } from './present.ts'

/** One field that reads differently in two submissions. */
export interface Change {
  readonly key: string
  readonly label: string
  readonly group: string
  readonly mask?: Row['mask']
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

/** Two entries are the same when every row of theirs is; one that is gone, or new, is not. */
function sameEntry(a: RowGroup | undefined, b: RowGroup | undefined): boolean {
  if (!a || !b) return a === b
  const [then, now] = [rowsByKey([a]), rowsByKey([b])]
  return [...then.keys(), ...now.keys()].every((key) => sameRow(then.get(key), now.get(key)))
}

/** Whether what a comment is pinned to reads the same in both: a row, or an entry with everything in it. */
export function sameAt(key: string, before: readonly RowGroup[], after: readonly RowGroup[]): boolean {
  const [then, now] = [entriesByKey(before).get(key), entriesByKey(after).get(key)]
  if (then || now) return sameEntry(then, now)
  return sameRow(rowsByKey(before).get(key), rowsByKey(after).get(key))
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
        ...(named?.mask ? { mask: named.mask } : {}),
        ...(from ? { before: from } : {}),
        ...(to ? { after: to } : {}),
      },
    ]
  })
}
