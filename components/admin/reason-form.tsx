import { REASON_FIELDS } from '#lib/collection/reason-input'
import { PLACEHOLDERS } from '#lib/collection/reason-library'
import { Button } from '../form/button.tsx'
import { Form } from '../form/form.tsx'
import { type Typed, TypedField } from './typed-field.tsx'

interface ReasonFormProps {
  name: string
  action: (form: FormData) => Promise<void>
  typed: Typed
  /** Keys of the fields that it concerns. */
  fields: readonly string[]
  /** The version that is shown, of a reason that is changed. */
  version?: number
  button: string
}

/** Name, sentence and fields of a reason for a return. */
export function ReasonForm({ name, action, typed, fields, version, button }: ReasonFormProps) {
  const chosen = new Set(fields)
  const labels = REASON_FIELDS.flatMap((part) =>
    part.fields.filter(({ key }) => chosen.has(key)).map(({ label }) => label),
  )
  return (
    <Form
      name={name}
      action={action}
      className="sheetform"
      {...(version === undefined ? {} : { hidden: { version: String(version) } })}
    >
      <TypedField name="title" label="名称" hint="申请人在退回提示里看到的，2 至 30 字" typed={typed} />
      <TypedField
        name="text"
        label="给申请人看的话"
        hint="哪里不对、怎样改。审核员选用后可以再补充"
        typed={typed}
        rows={3}
      />
      <details>
        <summary>
          <span>占位符：使用时自动换成实际内容</span>
        </summary>
        <dl className="pairs">
          {Object.entries(PLACEHOLDERS).map(([key, what]) => (
            <div key={key}>
              <dt>{`{${key}}`}</dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </details>
      <details>
        <summary>
          <span>常用在哪些字段{labels.length > 0 ? `：${labels.join('、')}` : '：还没有选'}</span>
        </summary>
        <div className="fieldsets">
          {REASON_FIELDS.map((part) => (
            <fieldset key={part.title}>
              <legend className="label">{part.title}</legend>
              {part.fields.map(({ key, label }) => (
                <label key={key} className="choice">
                  <input type="checkbox" name="fields" value={key} defaultChecked={chosen.has(key)} />
                  <span className="t">{label}</span>
                </label>
              ))}
            </fieldset>
          ))}
        </div>
      </details>
      <div className="acts">
        <Button>{button}</Button>
      </div>
    </Form>
  )
}
