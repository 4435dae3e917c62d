import { Timeline } from '#components/record/timeline'
import { formatShanghaiDesk } from '#lib/clock'
import { RETURN_REASONS } from '#lib/collection/codes/reasons'
import type { Desk } from './dossier.ts'

const WORDS: Readonly<Record<string, string>> = {
  start: '开始填写',
  startChange: '开始变更',
  submit: '提交',
  withdraw: '申请人撤回',
  claim: '认领',
  release: '放回队列',
  takeOver: '接手',
  forward: '移交',
  return: '退回',
  approve: '通过',
  undo: '撤销决定',
}

const textOf = (code: string) => RETURN_REASONS.find((r) => r.code === code)?.text ?? code

/** What happened to the application, and earlier rounds folded. */
export function History({ desk }: { desk: Desk }) {
  const events = desk.history.filter((e) => WORDS[e.verb])
  return (
    <section id="history" className="panel">
      <div className="panel-h">
        <h2>历史</h2>
      </div>
      {desk.decisions.map((d) => (
        <details key={d.id}>
          <summary>
            <span>
              第 {d.n} 次提交：{d.decision === 'approve' ? '通过' : '退回'}，{formatShanghaiDesk(d.decidedAt)}
            </span>
          </summary>
          <div>
            {d.codes.length > 0 && <p>{d.codes.map(textOf).join('；')}</p>}
            {d.text !== '' && <p>{d.text}</p>}
            {d.comments.map((c) => (
              <p key={c.id}>
                {c.key}：{c.text}
                {c.reply !== '' && `（申请人：${c.reply}）`}
              </p>
            ))}
          </div>
        </details>
      ))}
      <Timeline
        events={events.map((e) => ({
          tone: e.verb === 'return' ? 'back' : 'done',
          text: `${WORDS[e.verb]}${e.note ? `：${e.note}` : ''}`,
          when: formatShanghaiDesk(e.at),
        }))}
      />
    </section>
  )
}
