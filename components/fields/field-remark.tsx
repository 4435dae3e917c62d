import { rowKey } from '#lib/collection/present'
import { Tag } from '../layout/tag.tsx'
import type { FieldComment, FieldProps } from './field-props.ts'

interface RemarksProps {
  /** Key of the field's row, or of the entry as a whole. */
  at: string
  comments?: readonly FieldComment[]
  /** Prints a box for an answer under the comments. */
  reply?: boolean
}

/** The reviewer's comments at a field, where they apply. */
export const FieldRemark = ({ name, stepId, item, comments, reply }: FieldProps) => (
  <Remarks at={rowKey(stepId, name, item)} comments={comments} reply={reply} />
)

/** The reviewer's comments on a field or an entry, with a box to answer instead of mending (D10). */
export function Remarks({ at: key, comments = [], reply }: RemarksProps) {
  const [first] = comments
  if (!first) return null
  const mended = comments.every((comment) => comment.mended)
  const answer = comments.map((comment) => comment.reply ?? '').find((text) => text !== '')
  return (
    <div className={mended ? 'remark' : 'remark open'} data-comment-for={key}>
      <div className="remark-h">
        <b>审核意见</b>
        {mended ? (
          <Tag tone="ok">已修改</Tag>
        ) : answer ? (
          <Tag tone="info">已说明</Tag>
        ) : (
          <Tag tone="err">待修改</Tag>
        )}
      </div>
      <div className="remark-b">
        {comments.map((comment) => (
          <p className="said" key={comment.id}>
            {comment.text}
          </p>
        ))}
        {reply ? (
          <>
            <label className="label" htmlFor={`reply.${key}`}>
              不改的，请说明情况 <span className="opt">选填</span>
            </label>
            <textarea
              className="in"
              id={`reply.${key}`}
              name={`reply.${key}`}
              rows={2}
              defaultValue={answer}
            />
          </>
        ) : answer ? (
          <p className="muted">您的说明：{answer}</p>
        ) : null}
      </div>
    </div>
  )
}
