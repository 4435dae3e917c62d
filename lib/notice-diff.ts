import type { NoticeSection } from './notice.ts'

/** One heading or paragraph of two versions laid over each other. */
export interface NoticeLine {
  readonly change: 'same' | 'removed' | 'added'
  readonly heading: boolean
  readonly text: string
}

type Line = Omit<NoticeLine, 'change'>

const linesOf = (sections: readonly NoticeSection[]): Line[] =>
  sections.flatMap(({ title, paragraphs }) => [
    { heading: true, text: title },
    ...paragraphs.map((text) => ({ heading: false, text })),
  ])

const equal = (a: Line | undefined, b: Line | undefined) => a?.heading === b?.heading && a?.text === b?.text

/** Lengths of the longest common rest from each pair of positions on. */
function restsOf(a: readonly Line[], b: readonly Line[]): number[][] {
  const rests = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = rests[i] ?? []
      const below = rests[i + 1] ?? []
      row[j] = equal(a[i], b[j]) ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  }
  return rests
}

/** Both versions in one flow: what was taken out stands before what came in its place. */
export function diffNotice(before: readonly NoticeSection[], after: readonly NoticeSection[]): NoticeLine[] {
  const [a, b] = [linesOf(before), linesOf(after)]
  const rests = restsOf(a, b)
  const lines: NoticeLine[] = []
  let [i, j] = [0, 0]
  for (;;) {
    const [old, young] = [a[i], b[j]]
    if (!old && !young) return lines
    if (old && young && equal(old, young)) {
      lines.push({ change: 'same', ...old })
      i++
      j++
    } else if (old && (!young || (rests[i + 1]?.[j] ?? 0) >= (rests[i]?.[j + 1] ?? 0))) {
      lines.push({ change: 'removed', ...old })
      i++
    } else if (young) {
      lines.push({ change: 'added', ...young })
      j++
    }
  }
}
