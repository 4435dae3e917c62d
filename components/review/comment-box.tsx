import type { TypedDecision } from '#lib/review/decision'
import { FieldError } from '../fields/notes.tsx'

/** What the boxes of the rows show, and the form that they belong to. */
export interface Boxes {
  /** Id of the decision form; none where there is nothing to decide. */
  readonly form: string | undefined
  /** What was typed before, and what was wrong with it by control name. */
  readonly typed: TypedDecision | undefined
  readonly errors: Readonly<Record<string, string>>
  /** The sentences offered for a row. */
  readonly sentences: (key: string) => readonly { readonly code: string; readonly title: string }[]
  /** Rows that are ticked as checked, and those of them that were so in an earlier round. */
  readonly ticks: ReadonlySet<string>
  readonly kept: ReadonlySet<string>
}

/** The box of one row, or of an entry as a whole. */
export interface BoxProps {
  rowKey: string
  label: string
  boxes: Boxes
}

/**
 * A comment on one row or entry: a usual sentence, words of one's own, or both. Shut until it is needed.
 * @param props.word what the switch says
 */
export function CommentBox({ rowKey, label, boxes, word = '批注' }: BoxProps & { word?: string }) {
  const { form, errors } = boxes
  const name = `comment.${rowKey}`
  const typed = boxes.typed?.comments[rowKey] ?? ''
  // The chosen sentence, by its reason's code.
  const template = boxes.typed?.templates[rowKey] ?? ''
  const sentences = boxes.sentences(rowKey)
  const error = errors[name]
  return (
    <details open={typed !== '' || template !== '' || error !== undefined}>
      <summary>
        <span>
          {word}
          <span className="vh">{label}</span>
        </span>
      </summary>
      <div className="notebox">
        {sentences.length > 0 ? (
          <>
            <label className="label" htmlFor={`template.${rowKey}`}>
              常用意见
            </label>
            <select
              className="in w-m"
              id={`template.${rowKey}`}
              name={`template.${rowKey}`}
              form={form}
              defaultValue={template}
            >
              <option value="">不用</option>
              {sentences.map(({ code, title }) => (
                <option key={code} value={code}>
                  {title}
                </option>
              ))}
            </select>
          </>
        ) : null}
        <label className="label" htmlFor={name}>
          给申请人看的话
        </label>
        <FieldError name={name} {...(error ? { message: error } : {})} />
        <textarea
          className="in"
          id={name}
          name={name}
          form={form}
          defaultValue={typed}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={error ? `${name}-error` : undefined}
        />
      </div>
    </details>
  )
}
