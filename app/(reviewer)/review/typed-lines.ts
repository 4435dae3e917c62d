import { RETURN_REASONS } from '#lib/collection/codes/reasons'
import type { RowGroup } from '#lib/collection/present'
import { commentsOf, type TypedDecision } from '#lib/review/decision'

const WORDS = { approve: '通过', return: '退回修改', '': '' } as const

/** How a row is called to a reviewer: `学历信息：毕业院校`. */
export function labelsOf(groups: readonly RowGroup[]): ReadonlyMap<string, string> {
  return new Map(groups.flatMap((g) => g.rows.map((r) => [r.key, `${g.title}：${r.label}`] as const)))
}

/** A decision that was not carried out, as lines to read. */
export function typedLines(
  typed: TypedDecision,
  labels: ReadonlyMap<string, string> = new Map(),
): { label: string; text: string }[] {
  const codes = typed.codes.flatMap((code) => RETURN_REASONS.find((r) => r.code === code)?.text ?? [])
  return [
    { label: '决定', text: WORDS[typed.decision] },
    { label: '退回原因', text: codes.join('；') },
    { label: '意见', text: typed.reason },
    ...commentsOf(typed).map(({ key, text }) => ({ label: labels.get(key) ?? '批注', text })),
  ].filter((line) => line.text !== '')
}
