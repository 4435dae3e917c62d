import { FieldError } from '../fields/notes.tsx'

interface CommentBoxProps {
  rowKey: string
  label: string
  form: string
  typed: string
  /** The chosen sentence, by its reason's code. */
  template: string
  sentences: readonly { readonly code: string; readonly title: string }[]
  error: string | undefined
}

/** A comment on one row: a usual sentence, words of one's own, or both. Shut until it is needed. */
export function CommentBox(props: CommentBoxProps) {
  const { rowKey, label, form, typed, template, sentences, error } = props
  const name = `comment.${rowKey}`
  return (
    <details open={typed !== '' || template !== '' || error !== undefined}>
      <summary>
        <span>
          批注<span className="vh">{label}</span>
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
