import { controlsOf } from '#lib/collection/kinds/index'
import type { Row } from '#lib/collection/present'
import type { PartId } from '#lib/collection/step'
import { isStepId, partOf } from '#lib/collection/steps/index'
import { paths, slotPath } from '#lib/paths'
import type { OwnPage } from '../own.ts'
import type { FormView } from './form-view.ts'

/** Rows of one part or entry, by field name. */
const rowsFor = (
  rows: readonly { part: PartId; item?: string; rows: readonly Row[] }[],
  part: PartId,
  item?: string,
) => rows.find((g) => g.part === part && g.item === item)?.rows ?? []

/** Everything the fields of a form print besides their own definition: values, errors, comments, old values. */
export function fieldContext(own: OwnPage, view: FormView, part: PartId, item?: string) {
  const { workspace } = own
  const comments = workspace?.comments ?? []
  const old = workspace?.base ? rowsFor(workspace.base.snapshot.rows, part, item) : []
  const owner = isStepId(part) ? part : (item ?? 'new')
  const stale = new Set(view.stale)
  const others = Object.entries(partOf(part).fields).flatMap(([name, field]): [string, string][] => {
    const controls = controlsOf(field, name)
    if (!controls.some((c) => stale.has(c))) return []
    return [
      [
        name,
        controls
          .map((c) => (view.stored[c] ?? []).join('、'))
          .filter((v) => v !== '')
          .join(' '),
      ],
    ]
  })
  return {
    raw: view.raw,
    answers: view.answers,
    facts: view.facts,
    errors: view.issues,
    warnings: view.warnings,
    bounds: view.bounds,
    comments: Object.fromEntries(comments.map((c) => [c.key, comments.filter((o) => o.key === c.key)])),
    old: Object.fromEntries(old.map((row) => [row.key, row.text])),
    others: Object.fromEntries(others),
    pictures: workspace?.draft.pictures[owner] ?? {},
    reply: workspace?.row.status === 'returned',
    ...(item ? { item } : {}),
    slotHref: (slot: string) => slotPath(part, slot, item),
    documentHref: paths.document,
  }
}
