import { type Typed, TypedField } from '../admin/typed-field.tsx'
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
  /** What was posted before, and what was wrong with it. */
  typed: Typed
}

const choicesOf = (options: readonly Choice[]) => [
  { choices: options.map(({ id, name }) => ({ value: id, label: name })) },
]

const FORMATS: readonly Choice[] = [
  { id: 'xlsx', name: 'XLSX 表格' },
  { id: 'csv', name: 'CSV' },
]
const MASKED: Choice = { id: 'masked', name: '隐去中间几位' }
const FULL: Choice = { id: 'full', name: '完整号码（须写用途）' }

/** Chooses a table, a format and how numbers are written; the answer is the file. */
export function ExportForm({ action, f, tables, offices, mayFull, typed }: ExportFormProps) {
  return (
    <Form
      name="export"
      action={action}
      label="导出"
      hidden={f ? { f } : {}}
      className="filters row export-form"
    >
      <TypedField name="table" className="wide2" label="内容" groups={choicesOf(tables)} typed={typed} />
      {offices.length > 1 ? (
        <TypedField
          name="officeId"
          label="财政部门"
          groups={choicesOf([{ id: '', name: '辖区内全部' }, ...offices])}
          typed={typed}
        />
      ) : null}
      <TypedField name="format" label="文件格式" groups={choicesOf(FORMATS)} typed={typed} />
      <TypedField
        name="numbers"
        label="证件号码、手机号"
        groups={choicesOf(mayFull ? [MASKED, FULL] : [MASKED])}
        typed={typed}
      />
      <TypedField
        name="purpose"
        className="wide2"
        label={mayFull ? '用途（导出完整号码时必填）' : '用途（选填）'}
        rows={2}
        typed={typed}
      />
      <div className="go">
        <Button>导出</Button>
      </div>
    </Form>
  )
}
