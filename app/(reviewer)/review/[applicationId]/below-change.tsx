import { type Boxes, CommentBox } from '#components/review/comment-box'
import { TickBox } from '#components/review/tick-box'
import type { Base } from '#db/queries/compare'
import { diff } from '#lib/collection/diff'
import { rowsByKey } from '#lib/collection/present'
import type { Desk } from './dossier.ts'

/** A change is ticked or commented where it is read; what fell away cannot be. */
export function BelowChange({ desk, rowKey, boxes }: { desk: Desk; rowKey: string; boxes: Boxes }) {
  const label = rowsByKey(desk.submission.snapshot.rows).get(rowKey)?.label
  if (!boxes.form || label === undefined) return null
  return (
    <div className="chg-do">
      <TickBox rowKey={rowKey} label={label} boxes={boxes} />
      <CommentBox rowKey={rowKey} label={label} boxes={boxes} />
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
    ...(base ? diff(base.submission.snapshot.rows, rows).map(({ key }) => key) : []),
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
