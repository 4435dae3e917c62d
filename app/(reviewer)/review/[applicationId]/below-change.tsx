import { type Boxes, CommentBox } from '#components/review/comment-box'
import { TickBox } from '#components/review/tick-box'
import type { Base } from '#db/queries/compare'
import { diff } from '#lib/collection/diff'
import { entriesByKey, rowsByKey, wholeOf } from '#lib/collection/present'
import type { Desk } from './dossier.ts'

/**
 * A change is ticked or commented where it is read, an entry commented as a whole where its changes begin;
 * what fell away cannot be.
 */
export function BelowChange({ desk, rowKey, boxes }: { desk: Desk; rowKey: string; boxes: Boxes }) {
  const { rows } = desk.submission.snapshot
  const label = rowsByKey(rows).get(rowKey)?.label
  const entry = entriesByKey(rows).get(rowKey)
  if (!boxes.form || (label === undefined && !entry)) return null
  return (
    <div className="chg-do">
      {label !== undefined && <TickBox rowKey={rowKey} label={label} boxes={boxes} />}
      {label !== undefined && <CommentBox rowKey={rowKey} label={label} boxes={boxes} />}
      {entry && <CommentBox rowKey={rowKey} label={entry.title} boxes={boxes} word="整项批注" />}
    </div>
  )
}

/** Ticks and comments on rows that the view of the changes does not show: they belong to the decision too. */
export function unseenPairs(
  desk: Desk,
  base: Base | undefined,
  { typed, ticks }: Boxes,
): (readonly [string, string])[] {
  const { rows } = desk.submission.snapshot
  const shown = new Set([
    ...(base
      ? diff(base.submission.snapshot.rows, rows).flatMap(({ key }) => [key, wholeOf(key) ?? key])
      : []),
    ...(base?.by === 'round' ? (desk.answered?.comments ?? []) : []).map(({ key }) => key),
  ])
  const unseen = (prefix: string, values: Readonly<Record<string, string>> = {}) =>
    Object.entries(values).flatMap(([key, value]) =>
      shown.has(key) ? [] : [[`${prefix}.${key}`, value] as const],
    )
  return [
    ...[...ticks].filter((key) => !shown.has(key)).map((key) => ['tick', key] as const),
    ...unseen('comment', typed?.comments),
    ...unseen('template', typed?.templates),
  ]
}
