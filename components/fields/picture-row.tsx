import type { PictureField } from '#lib/collection/field'
import { fieldText } from '#lib/collection/kinds/index'
import { rowKey } from '#lib/collection/present'
import { Source } from '../layout/source.tsx'
import { Thumb, ThumbLess } from '../record/thumb.tsx'
import type { FieldProps } from './field-props.ts'
import { FieldRemark } from './field-remark.tsx'
import { FieldError, LabelText } from './notes.tsx'

/** A picture in its form: what is stored and measured, and the way to the slot's own page. */
export function PictureRow(props: FieldProps<PictureField>) {
  const { name, field, facts, stepId, item, error, warning, old, pictures, slotHref, documentHref } = props
  const picture = pictures?.[name]
  const upload = slotHref?.(name)
  const shown = picture ? documentHref?.(picture.documentId) : undefined
  return (
    <div className={error ? 'attach has-error' : 'attach'} id={name}>
      {picture && shown ? <Thumb picture={picture} href={shown} alt={field.label} /> : <ThumbLess />}
      <div>
        <b>
          <LabelText {...props} />
        </b>
        <span className="muted small br">
          {picture ? fieldText(field, picture, facts) : field.hint}{' '}
          {field.source ? <Source text={field.source} /> : null}
        </span>
        {old === undefined ? null : (
          <span className="muted small br" data-old={rowKey(stepId, name, item)}>
            原值：{old === '' ? '没有上传' : old}
          </span>
        )}
        {warning ? <span className="warn-msg">{warning}</span> : null}
        <FieldError name={name} message={error} />
      </div>
      <div className="links">
        {shown ? (
          <a href={shown}>
            查看<span className="vh">{field.label}</span>
          </a>
        ) : null}
        {upload ? (
          <a href={upload} aria-describedby={error ? `${name}-error` : undefined}>
            {picture ? '更换' : '上传'}
            <span className="vh">{field.label}</span>
          </a>
        ) : (
          <span className="muted small">保存本页后上传</span>
        )}
      </div>
      <FieldRemark {...props} />
    </div>
  )
}
