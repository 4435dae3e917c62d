import type { NoticeLine } from '#lib/notice-diff'

const MARKS = { same: 'span', removed: 'del', added: 'ins' } as const

/** Two versions in one flow: what was taken out, what is new. */
export function NoticeDiff({ lines }: { lines: readonly NoticeLine[] }) {
  return (
    <div className="article">
      {lines.map(({ change, heading, text }, at) => {
        const Mark = MARKS[change]
        return (
          <p
            // biome-ignore lint/suspicious/noArrayIndexKey: the same line may stand in both versions
            key={at}
            data-change={change === 'same' ? undefined : change}
          >
            <Mark>{heading ? <b>{text}</b> : text}</Mark>
          </p>
        )
      })}
    </div>
  )
}
