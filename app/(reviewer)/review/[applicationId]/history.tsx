import { Timeline } from '#components/record/timeline'
import { formatShanghaiDesk } from '#lib/clock'
import { RETURN_REASONS } from '#lib/collection/codes/reasons'
import { labelsOf } from '../typed-lines.ts'
import type { Desk } from './dossier.ts'

const WORDS: Readonly<Record<string, string>> = {
  start: '开始填写',
  startChange: '开始变更',
  submit: '提交',
  withdraw: '申请人撤回',
  claim: '认领',
  release: '退还队列',
  takeOver: '接手',
  forward: '移交',
  return: '退回',
  approve: '通过',
  undo: '撤销决定',
}

const textOf = (code: string) => RETURN_REASONS.find((r) => r.code === code)?.text ?? code

/** Earlier rounds, folded, and what happened to the application. */
export function History({ desk, offices }: { desk: Desk; offices: ReadonlyMap<string, string> }) {
  const { decisions, history, names, submission } = desk
  const labels = labelsOf(submission.snapshot.rows)
  const events = history.filter((event) => WORDS[event.verb])
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
              {decision.codes.length > 0 && <p>原因：{decision.codes.map(textOf).join('；')}</p>}
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
            text: `${WORDS[event.verb]}${event.to ? `至${offices.get(event.to) ?? event.to}` : ''}${
              event.note ? `：${event.note}` : ''
            }`,
            when: formatShanghaiDesk(event.at),
            by: event.role === 'applicant' ? '申请人' : (names.get(event.actorId) ?? '系统'),
          }))}
        />
      </div>
    </section>
  )
}
