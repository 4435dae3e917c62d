import { FieldError } from '../fields/notes.tsx'
import { Button } from '../form/button.tsx'
import { Form } from '../form/form.tsx'

interface Choice {
  readonly id: string
  readonly name: string
}

interface ExportFormProps {
  action: string
  /** The queue's place as one text, handed back with the form. */
  f: string | undefined
  tables: readonly Choice[]
  /** Offices to choose from; none where there is one. */
  offices: readonly Choice[]
  /** Whether whole numbers may be had at all. */
  mayFull: boolean
  /** What was posted before, and what was wrong with it, by control name. */
  typed: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string>>
}

interface PickProps {
  name: string
  /** The whole width where there is little. */
  wide?: boolean
  label: string
  options: readonly Choice[]
  typed: ExportFormProps['typed']
  errors: ExportFormProps['errors']
}

const stateOf = (errors: ExportFormProps['errors'], name: string) =>
  errors[name] ? { 'aria-invalid': 'true' as const, 'aria-describedby': `${name}-error` } : {}
const messageOf = (errors: ExportFormProps['errors'], name: string) =>
  errors[name] ? { message: errors[name] } : {}

function Pick({ name, wide, label, options, typed, errors }: PickProps) {
  return (
    <div className={[wide ? 'wide2' : '', errors[name] ? 'has-error' : ''].join(' ').trim() || undefined}>
      <label className="label" htmlFor={name}>
        {label}
      </label>
      <FieldError name={name} {...messageOf(errors, name)} />
      <select className="in" id={name} name={name} defaultValue={typed[name]} {...stateOf(errors, name)}>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  )
}

const FORMATS: readonly Choice[] = [
  { id: 'xlsx', name: 'XLSX 表格' },
  { id: 'csv', name: 'CSV' },
]
const MASKED: Choice = { id: 'masked', name: '隐去中间几位' }
const FULL: Choice = { id: 'full', name: '完整号码（须写用途）' }

/** Chooses a table, a format and how numbers are written; the answer is the file. */
export function ExportForm({ action, f, tables, offices, mayFull, typed, errors }: ExportFormProps) {
  const pick = { typed, errors }
  return (
    <Form
      name="export"
      action={action}
      label="导出"
      hidden={f ? { f } : {}}
      className="filters row export-form"
    >
      <Pick name="table" wide label="内容" options={tables} {...pick} />
      {offices.length > 1 ? (
        <Pick
          name="officeId"
          label="财政部门"
          options={[{ id: '', name: '辖区内全部' }, ...offices]}
          {...pick}
        />
      ) : null}
      <Pick name="format" label="文件格式" options={FORMATS} {...pick} />
      <Pick name="numbers" label="证件号码、手机号" options={mayFull ? [MASKED, FULL] : [MASKED]} {...pick} />
      <div className={errors.purpose ? 'wide2 has-error' : 'wide2'}>
        <label className="label" htmlFor="purpose">
          用途{mayFull ? '（导出完整号码时必填）' : '（选填）'}
        </label>
        <FieldError name="purpose" {...messageOf(errors, 'purpose')} />
        <textarea
          className="in"
          id="purpose"
          name="purpose"
          rows={2}
          defaultValue={typed.purpose}
          {...stateOf(errors, 'purpose')}
        />
      </div>
      <div className="go">
        <Button>导出</Button>
      </div>
    </Form>
  )
}
