import { Timeline } from '#components/record/timeline'
import { formatShanghaiDesk } from '#lib/clock'
import type { Desk } from './dossier.ts'
import { Rounds } from './rounds.tsx'
import { actorOf, eventText, VERB_WORDS } from './words.ts'

interface HistoryProps {
  desk: Desk
  offices: ReadonlyMap<string, string>
  /** Number of the round that is asked for; none where it is no number. */
  opened: number
  href: (query: Record<string, string | undefined>) => string
}

/** Earlier rounds, folded, and what happened to the application. */
export function History({ desk, offices, opened, href }: HistoryProps) {
  const { history, names } = desk
  const events = history.filter((event) => VERB_WORDS[event.verb])
  return (
    <section id="history" className="panel sec">
      <div className="panel-h">
        <h2>历史与审计</h2>
      </div>
      <div className="panel-b">
        <Rounds desk={desk} opened={opened} href={href} />
        <Timeline
          events={events.map((event) => ({
            tone: event.verb === 'return' ? ('back' as const) : ('done' as const),
            text: eventText(event, names, offices),
            when: formatShanghaiDesk(event.at),
            by: actorOf(event, names),
          }))}
        />
      </div>
    </section>
  )
}
