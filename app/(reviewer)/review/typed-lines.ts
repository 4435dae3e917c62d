import { entriesByKey, type RowGroup } from '#lib/collection/present'
import type { ReasonVersion } from '#lib/collection/reason-library'
import { commentsOf, type SentenceOf, type TypedDecision } from '#lib/review/decision'

const WORDS = { approve: '通过', return: '退回修改', '': '' } as const

/** How a row or an entry as a whole is called to a reviewer: `学历信息：毕业院校`, `守信：示例奖（整项）`. */
export function labelsOf(groups: readonly RowGroup[]): ReadonlyMap<string, string> {
  return new Map([
    ...groups.flatMap((g) => g.rows.map((r) => [r.key, `${g.title}：${r.label}`] as const)),
    ...[...entriesByKey(groups)].map(([key, g]) => [key, `${g.title}（整项）`] as const),
  ])
}

/** What a decision was written with. */
interface Wording {
  readonly offered: readonly ReasonVersion[]
  readonly sentenceOf: SentenceOf
  readonly labels: ReadonlyMap<string, string>
}

/** A decision that was not carried out, as lines to read. */
export function typedLines(
  typed: TypedDecision,
  { offered, sentenceOf, labels }: Wording,
): { label: string; text: string }[] {
  const titles = typed.codes.flatMap((code) => offered.find((reason) => reason.code === code)?.title ?? [])
  return [
    { label: '决定', text: WORDS[typed.decision] },
    { label: '退回原因', text: titles.join('；') },
    { label: '意见', text: typed.reason },
    ...commentsOf(typed, sentenceOf).map(({ key, text }) => ({ label: labels.get(key) ?? '批注', text })),
  ].filter((line) => line.text !== '')
}
