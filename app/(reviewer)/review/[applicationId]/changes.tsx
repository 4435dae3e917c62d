import { DiffRow } from '#components/record/diff-row'
import { paths } from '#lib/paths'
import type { Desk } from './dossier.ts'

/** What changed since the earlier submission or the record, with the words that asked for it. */
export function Changes({ desk }: { desk: Desk }) {
  const { changes, comparedWith, decisions, row } = desk
  if (comparedWith === '') return null
  const last = decisions.find((d) => d.decision === 'return')
  const asked = row.status === 'submitted' ? (last?.comments ?? []) : []
  const untouched = asked.filter((c) => !changes.some((change) => change.key === c.key))
  const commented = (key: string) => asked.filter((c) => c.key === key)
  return (
    <section id="changes">
      <h2>
        与{comparedWith}相比，改了 {changes.length} 处
      </h2>
      {untouched.map((comment) => (
        <article className="chg" key={comment.id}>
          <header className="chg-h">
            <h3>有意见，没有改</h3>
            <span className="muted">{comment.key}</span>
          </header>
          <dl className="talk">
            <div>
              <dt>审核意见</dt>
              <dd>{comment.text}</dd>
            </div>
            <div>
              <dt>申请人说明</dt>
              <dd>{comment.reply || '没有写'}</dd>
            </div>
          </dl>
        </article>
      ))}
      {changes.map((change) => (
        <DiffRow
          key={change.key}
          change={change}
          comments={commented(change.key).map((c) => c.text)}
          replies={commented(change.key).flatMap((c) => (c.reply === '' ? [] : [c.reply]))}
          documentHref={paths.document}
          {...(last && row.kind === 'first' && commented(change.key).length === 0
            ? { note: '没有要求修改' }
            : {})}
        />
      ))}
    </section>
  )
}
