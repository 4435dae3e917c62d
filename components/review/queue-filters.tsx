import { Button } from '../form/button.tsx'
import { Form } from '../form/form.tsx'

interface Filter {
  readonly status: string
  readonly kind: string | undefined
  readonly q: string
  readonly from: string | undefined
  readonly to: string | undefined
  readonly overdue: boolean
  readonly exam: string | undefined
}

const STATUS = [
  ['submitted', '待审核'],
  ['returned', '已退回'],
  ['approved', '已通过'],
  ['all', '全部'],
] as const
const KIND = [
  ['', '全部'],
  ['first', '首次'],
  ['resubmitted', '重新提交'],
  ['change', '变更'],
] as const
const EXAM = [
  ['', '不限'],
  ['intermediate', '中级'],
  ['senior', '高级'],
] as const

function Pick(props: {
  name: string
  label: string
  value: string
  options: readonly (readonly [string, string])[]
}) {
  const { name, label, value, options } = props
  return (
    <div>
      <label className="label" htmlFor={name}>
        {label}
      </label>
      <select className="in" id={name} name={name} defaultValue={value}>
        {options.map(([code, text]) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}

function Day({ name, label, value }: { name: string; label: string; value: string | undefined }) {
  return (
    <div className="day">
      <label className="label" htmlFor={name}>
        {label}
      </label>
      <input
        className="in"
        id={name}
        name={name}
        placeholder="2026-07-01"
        defaultValue={value ?? ''}
        inputMode="numeric"
      />
    </div>
  )
}

/** The filters as a GET form: the address is the state, to keep and to pass on. */
export function QueueFilters({ filter, action }: { filter: Filter; action: string }) {
  return (
    <Form
      name="filter"
      action={action}
      method="get"
      label="筛选"
      className="filters row"
      hidden={filter.q ? { q: filter.q } : {}}
    >
      <Pick name="status" label="状态" value={filter.status} options={STATUS} />
      <Pick name="kind" label="类型" value={filter.kind ?? ''} options={KIND} />
      <Pick name="exam" label="报考" value={filter.exam ?? ''} options={EXAM} />
      <Day name="from" label="提交日期从" value={filter.from} />
      <Day name="to" label="到" value={filter.to} />
      <div className="chk">
        <label className="choice">
          <input type="checkbox" name="overdue" value="1" defaultChecked={filter.overdue} />
          <span className="t">只看超期</span>
        </label>
      </div>
      <div className="go">
        <Button tone="second">筛选</Button>
      </div>
    </Form>
  )
}
