import { type Change, diff, sameAt } from '#lib/collection/diff'
import { type RowGroup, wholeOf } from '#lib/collection/present'

/** A change with the comments that it answers. */
export interface Answered<C> {
  readonly change: Change
  /** On the field itself; at the first change of an entry also those on the entry as a whole. */
  readonly said: readonly C[]
  /** Somebody had asked for it, on the field or on its entry. */
  readonly asked: boolean
  /** Key of the entry, at its first change. */
  readonly entry: string | undefined
}

/** Two rounds side by side. */
export interface Compared<C> {
  readonly changes: readonly Answered<C>[]
  /** Comments on what reads the same as before. */
  readonly untouched: readonly C[]
}

/**
 * Pairs what changed between two rounds with what had been asked for in the first.
 * @param comments on the first; their keys name rows, or entries as a whole
 */
export function compare<C extends { readonly key: string }>(
  before: readonly RowGroup[],
  after: readonly RowGroup[],
  comments: readonly C[],
): Compared<C> {
  const on = (key: string | undefined) => comments.filter((comment) => comment.key === key)
  const begun = new Set<string>()
  const changes = diff(before, after).map((change): Answered<C> => {
    const whole = wholeOf(change.key)
    const entry = whole !== undefined && !begun.has(whole) ? whole : undefined
    if (entry !== undefined) begun.add(entry)
    const own = on(change.key)
    return { change, entry, said: [...on(entry), ...own], asked: own.length + on(whole).length > 0 }
  })
  return { changes, untouched: comments.filter(({ key }) => sameAt(key, before, after)) }
}
