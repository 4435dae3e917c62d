import { rowKey } from '#lib/collection/present'
import { Icon } from '../layout/icon.tsx'
import { Source } from '../layout/source.tsx'
import type { FieldProps } from './field-props.ts'
import { FieldRemark } from './field-remark.tsx'

/** The label's text or its question, with 选填 where an answer is not needed: what is needed is not marked. */
export function LabelText({ field, optional }: FieldProps) {
  const conditional = typeof field.required === 'function'
  return (
    <>
      {field.question ?? field.label}
      {(optional ?? !field.required) ? (
        <span className="opt"> {conditional ? '视情况选填' : '选填'}</span>
      ) : null}
    </>
  )
}

/** An error at its field, found by the summary's link and read out with the control. */
export function FieldError({
  name,
  message,
  see,
}: {
  name: string
  message?: string
  see?: FieldProps['see']
}) {
  if (!message) return null
  return (
    <p className="err-msg" id={`${name}-error`}>
      <Icon name="error" />
      <span>
        <span className="vh">错误：</span>
        {message}
        {see ? (
          <a className="br" href={see.href}>
            去“{see.title}”核对
          </a>
        ) : null}
      </span>
    </p>
  )
}

/** Between label and control: hint with its source, bound, old value, the other session's value, warning, error, comments. */
export function FieldNotes(props: FieldProps) {
  const { name, field, stepId, item, bound, old, other, warning, error, see } = props
  return (
    <>
      {field.hint || field.source ? (
        <p className="hint" id={`${name}-hint`}>
          {field.hint} {field.source ? <Source text={field.source} /> : null}
        </p>
      ) : null}
      {bound ? (
        <p className="hint bound" id={`${name}-bound`}>
          {bound}
        </p>
      ) : null}
      {old === undefined ? null : (
        <p className="hint was" id={`${name}-old`} data-old={rowKey(stepId, name, item)}>
          原值：{old === '' ? '没有填' : old}
        </p>
      )}
      {other === undefined ? null : (
        <p className="hint was" id={`${name}-other`}>
          已保存的：{other === '' ? '没有填' : other}
        </p>
      )}
      <FieldRemark {...props} />
      {warning ? (
        <p className="warn-msg" id={`${name}-warning`}>
          <Icon name="warn" />
          <span>{warning}</span>
        </p>
      ) : null}
      <FieldError name={name} message={error} see={see} />
    </>
  )
}
