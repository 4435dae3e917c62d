import { paths, withQuery } from '#lib/paths'
import { filterParams, type QueueFilter, readFilter } from '#lib/review/filter'
import { KIND_WORDS, STATUS_WORDS } from '#lib/review/words'

interface Tallies {
  readonly submitted: number
  readonly overdue: number
  readonly flagged: number
  readonly changes: number
  readonly mine: number
  readonly returned: number
  readonly approved: number
}

/** Each view with the filter that shows it. */
const VIEWS = [
  ['submitted', STATUS_WORDS.submitted, {}],
  ['overdue', '超期', { overdue: '1' }],
  ['flagged', '有提醒', { flags: '1' }],
  ['changes', KIND_WORDS.change, { kind: 'change' }],
  ['mine', '我认领的', { mine: '1' }],
  ['returned', STATUS_WORDS.returned, { status: 'returned' }],
  ['approved', STATUS_WORDS.approved, { status: 'approved' }],
] as const

const addressOf = (filter: QueueFilter) => withQuery(paths.queue, filterParams(filter))

interface QueueViewsProps {
  tallies: Tallies
  /** Figures that are counted row by row end here. */
  most: number
  /** What the page shows; nothing while it shows what a number found. */
  filter: QueueFilter | undefined
}

/** The views of the queue, each with its figure. */
export function QueueViews({ tallies, most, filter }: QueueViewsProps) {
  const current = filter && addressOf(filter)
  return (
    <nav className="tallies" aria-label="视图">
      {VIEWS.map(([name, text, params]) => {
        // Another view of the same order.
        const href = addressOf(readFilter({ ...params, sort: filter?.sort }))
        const n = tallies[name]
        // States come from counters and are exact; the rest is counted up to a limit.
        const exact = !('overdue' in params || 'flags' in params || 'mine' in params)
        return (
          <a
            key={name}
            href={href}
            data-view={name}
            className={name === 'overdue' && n > 0 ? 'late' : undefined}
            aria-current={href === current ? 'page' : undefined}
          >
            {text} <b>{!exact && n > most ? `${most}+` : n}</b>
          </a>
        )
      })}
    </nav>
  )
}
