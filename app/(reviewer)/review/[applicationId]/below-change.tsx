import { CommentBox } from '#components/review/comment-box'
import { TickBox } from '#components/review/tick-box'
import type { Base } from '#db/queries/compare'
import { diff } from '#lib/collection/diff'
import type { TypedDecision } from '#lib/review/decision'
import type { Desk } from './dossier.ts'

interface Boxes {
  /** Id of the decision form; none for who is not deciding. */
  readonly form: string | undefined
  readonly typed: TypedDecision | undefined
  readonly errors: Readonly<Record<string, string>>
  readonly sentences: (key: string) => readonly { readonly code: string; readonly title: string }[]
  readonly ticks: ReadonlySet<string>
  readonly kept: ReadonlySet<string>
}

const labelIn = ({ submission }: Desk, key: string) =>
  submission.snapshot.rows.flatMap((group) => group.rows).find((row) => row.key === key)?.label

/** A change is ticked or commented where it is read; what fell away cannot be. */
export function BelowChange({ desk, rowKey, ...boxes }: Boxes & { desk: Desk; rowKey: string }) {
  const { form, typed, errors, sentences, ticks, kept } = boxes
  const label = labelIn(desk, rowKey)
  if (!form || label === undefined) return null
  return (
    <div className="chg-do">
      <TickBox rowKey={rowKey} label={label} form={form} ticked={ticks.has(rowKey)} kept={kept.has(rowKey)} />
      <CommentBox
        rowKey={rowKey}
        label={label}
        form={form}
        typed={typed?.comments[rowKey] ?? ''}
        template={typed?.templates[rowKey] ?? ''}
        sentences={sentences(rowKey)}
        error={errors[`comment.${rowKey}`]}
      />
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
