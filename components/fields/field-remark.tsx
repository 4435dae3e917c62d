import { rowKey } from '#lib/collection/present'
import { Tag } from '../layout/tag.tsx'
import type { FieldProps } from './field-props.ts'

/** The reviewer's comments where they apply, with a box to answer instead of mending (D10). */
export function FieldRemark({ name, stepId, item, comments = [], reply }: FieldProps) {
  const [first] = comments
  if (!first) return null
  const key = rowKey(stepId, name, item)
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
