import type { ReactNode } from 'react'
import { Tag } from '#components/layout/tag'
import { DiffRow } from '#components/record/diff-row'
import type { Base } from '#db/queries/compare'
import { formatShanghaiDesk } from '#lib/clock'
import { diff } from '#lib/collection/diff'
import { paths } from '#lib/paths'
import { labelsOf } from '../typed-lines.ts'
import type { Desk } from './dossier.ts'

const nameOf = ({ by, submission }: Base) =>
  by === 'record' ? '现行记录' : `第 ${submission.n} 次提交（${formatShanghaiDesk(submission.submittedAt)}）`

interface ChangesProps {
  desk: Desk
  /** What it is compared with. */
  base: Base
  /** Changes alone, without everything below. */
  only: boolean
  href: (query: Record<string, string | undefined>) => string
  /** Rows that stay ticked from the last round. */
  kept: number
  /** What stands below a change that is still there: its tick and its comment box. */
  below: (key: string) => ReactNode
}

/** What changed since the earlier round or the record, commented and untouched fields first. */
export function Changes({ desk, base, only, href, kept, below }: ChangesProps) {
  const { submission, answered, bases } = desk
  const changes = diff(base.submission.snapshot.rows, submission.snapshot.rows)
  const total = submission.snapshot.rows.reduce((n, group) => n + group.rows.length, 0)
  const labels = labelsOf(submission.snapshot.rows)
  const comments = answered?.comments ?? []
  const on = (key: string) => comments.filter((comment) => comment.key === key)
  // Against the record a field can read the same that was mended since the return: only a round tells.
  const untouched =
    base.by === 'round' ? comments.filter((c) => !changes.some((change) => change.key === c.key)) : []
  const withComment = changes.filter((change) => on(change.key).length > 0).length
  return (
    <section id="changes" className="sec" aria-labelledby="changes-h">
      <h2 id="changes-h">修改对照</h2>
      <p className="facts">
        <span>
          与<b>{nameOf(base)}</b>对照
        </span>
        <span>
          改动 <b>{changes.length} 处</b>
          {answered ? `，其中 ${withComment} 处有上次意见` : ''}
        </span>
        {untouched.length > 0 && <span className="late">有意见、没有改 {untouched.length} 处</span>}
        {kept > 0 && (
          <span>
            上次已核对、没有改动的 <b>{kept} 项</b>仍然勾选
          </span>
        )}
        {bases.length > 1 &&
          bases
            .filter((b) => b.by !== base.by)
            .map((b) => (
              <a key={b.by} href={href({ base: b.by })}>
                改为与{nameOf(b)}对照
              </a>
            ))}
      </p>
      <nav className="tabs sub" aria-label="显示范围">
        <a href={href({ view: 'changes', base: base.by })} aria-current={only ? 'page' : undefined}>
          仅看变化（{changes.length + untouched.length}）
        </a>
        <a href={href({ view: 'all', base: base.by })} aria-current={only ? undefined : 'page'}>
          全部内容（{total}）
        </a>
      </nav>
      {untouched.map((comment) => (
        <article className="chg" key={comment.id} data-untouched={comment.key}>
          <header className="chg-h">
            <h3>{labels.get(comment.key) ?? '已经删去的一项'}</h3>
            <Tag tone="warn">有意见，没有改</Tag>
          </header>
          <dl className="talk">
            <div>
              <dt>审核意见</dt>
              <dd>{comment.text}</dd>
            </div>
            <div>
              <dt>申请人说明</dt>
              <dd>{comment.reply || <span className="muted">没有</span>}</dd>
            </div>
          </dl>
          {only && below(comment.key)}
        </article>
      ))}
      {changes.map((change) => (
        <DiffRow
          key={change.key}
          change={change}
          comments={on(change.key).map((c) => c.text)}
          replies={on(change.key).flatMap((c) => (c.reply === '' ? [] : [c.reply]))}
          documentHref={paths.document}
          {...(base.by === 'round' && answered && on(change.key).length === 0
            ? { note: '没有意见，本人自行修改' }
            : {})}
        >
          {only && below(change.key)}
        </DiffRow>
      ))}
      {changes.length + untouched.length === 0 && <p>没有改动。</p>}
    </section>
  )
}
