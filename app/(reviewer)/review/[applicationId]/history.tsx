import { Timeline } from '#components/record/timeline'
import { formatShanghaiDesk } from '#lib/clock'
import { labelsOf } from '../typed-lines.ts'
import type { Desk } from './dossier.ts'
import { actorOf, eventText, VERB_WORDS } from './words.ts'

/** Earlier rounds, folded, and what happened to the application. */
export function History({ desk, offices }: { desk: Desk; offices: ReadonlyMap<string, string> }) {
  const { decisions, history, names, submission } = desk
  const labels = labelsOf(submission.snapshot.rows)
  const events = history.filter((event) => VERB_WORDS[event.verb])
  return (
    <section id="history" className="panel sec">
      <div className="panel-h">
        <h2>历史与审计</h2>
      </div>
      <div className="panel-b">
        {decisions.map((decision) => (
          <details key={decision.id}>
            <summary>
              <span>
                第 {decision.n} 次提交：{decision.decision === 'approve' ? '通过' : '退回'}，
                {formatShanghaiDesk(decision.decidedAt)}，{names.get(decision.decidedBy)}
              </span>
            </summary>
            <div>
              {decision.codes.length > 0 && <p>原因：{decision.reasons.join('；')}</p>}
              {decision.text !== '' && <p>意见：{decision.text}</p>}
              {decision.comments.map((c) => (
                <p key={c.id}>
                  {labels.get(c.key) ?? '已经删去的一项'}：{c.text}
                  {c.reply !== '' && `（本人说明：${c.reply}）`}
                </p>
              ))}
            </div>
          </details>
        ))}
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
