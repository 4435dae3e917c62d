import type { ReactNode } from 'react'
import { Tag } from '#components/layout/tag'
import { DiffRow } from '#components/record/diff-row'
import type { Comment } from '#db/queries/decisions'
import type { Compared } from '#lib/review/compared'

/** How a comment reads beside a change: of an entry as a whole it is said that it is. */
const saying = ({ key, text }: Comment, change: string) => (key === change ? text : `（整项）${text}`)

interface ComparedRowsProps extends Compared<Comment> {
  /** How rows and entries are called, by key. */
  labels: ReadonlyMap<string, string>
  masked: boolean
  documentHref: (documentId: string) => string | undefined
  /** Said at a change for which nobody had asked. */
  unasked?: string | undefined
  earlier?: boolean
  /** What stands below what is still there, by the key of a row or entry. */
  below?: (key: string) => ReactNode
}

/** What was asked for and not mended, then each change beside the words that led to it. */
export function ComparedRows({ changes, untouched, labels, unasked, below, ...line }: ComparedRowsProps) {
  return (
    <>
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
          {below?.(comment.key)}
        </article>
      ))}
      {changes.map(({ change, said, asked, entry }) => (
        <DiffRow
          key={change.key}
          change={change}
          comments={said.map((comment) => saying(comment, change.key))}
          replies={said.flatMap(({ reply }) => (reply === '' ? [] : [reply]))}
          {...(unasked && !asked ? { note: unasked } : {})}
          {...line}
        >
          {below?.(change.key)}
          {entry === undefined ? null : below?.(entry)}
        </DiffRow>
      ))}
    </>
  )
}
