import { QUEUE_KINDS, QUEUE_STATUSES, type QueueFilter } from '#lib/review/filter'
import { KIND_WORDS, STATUS_WORDS } from '#lib/review/words'
import { Button, ButtonLink } from '../form/button.tsx'
import { Form } from '../form/form.tsx'
import { DayInput } from './day-input.tsx'

type Options = readonly (readonly [value: string, text: string])[]

const STATUS: Options = QUEUE_STATUSES.map((status) => [
  status,
  status === 'all' ? '全部' : STATUS_WORDS[status],
])
const SORT: Options = [
  ['', '提交时间'],
  ['exam', '报名截止'],
]
const KIND: Options = [['', '全部'], ...QUEUE_KINDS.map((kind) => [kind, KIND_WORDS[kind]] as const)]

function Pick(props: { name: string; label: string; value: string; options: Options }) {
  const { name, label, value, options } = props
  return (
    <div className="pick">
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

function Only({ name, text, checked }: { name: string; text: string; checked: boolean }) {
  return (
    <div className="chk">
      <label className="choice">
        <input type="checkbox" name={name} value="1" defaultChecked={checked} />
        <span className="t">{text}</span>
      </label>
    </div>
  )
}

interface QueueFiltersProps {
  filter: QueueFilter
  /** Posted, because an ID number or a mobile must not stand in an address; the answer leads to one that may. */
  action: (form: FormData) => Promise<void>
  /** Where everything is cleared; nothing to clear without it. */
  clear: string | undefined
  /** The exams with the day on which registration closes (D19). */
  exams: readonly { readonly value: string; readonly label: string; readonly closes: string | undefined }[]
}

/** Search, filters and order in one bar. */
export function QueueFilters({ filter, action, clear, exams }: QueueFiltersProps) {
  const exam = [
    ['', '不限'],
    ...exams.map(
      ({ value, label, closes }) => [value, closes ? `${label}，${closes.slice(5)} 截止` : label] as const,
    ),
  ] as const
  return (
    <Form
      name="search"
      action={action}
      label="查找"
      className="filters row"
      // A view rather than a filter, and kept while one searches in it.
      {...(filter.mine ? { hidden: { mine: '1' } } : {})}
    >
      <div className="wide2">
        <label className="label" htmlFor="q">
          姓名、证件号、手机、单位
        </label>
        <input
          className="in"
          id="q"
          name="q"
          type="search"
          placeholder="姓名可用拼音"
          defaultValue={filter.q}
          autoComplete="off"
        />
      </div>
      <Pick name="status" label="状态" value={filter.status} options={STATUS} />
      <Pick name="kind" label="类型" value={filter.kind ?? ''} options={KIND} />
      <Pick name="exam" label="报考" value={filter.exam ?? ''} options={exam} />
      <Pick name="sort" label="排序" value={filter.sort ?? ''} options={SORT} />
      <DayInput name="from" label="提交日期从" value={filter.from} placeholder="2026-07-01" />
      <DayInput name="to" label="到" value={filter.to} placeholder="2026-07-01" />
      <Only name="overdue" text="超期" checked={filter.overdue} />
      <Only name="flags" text="有提醒" checked={filter.flags} />
      <div className="go">
        <Button>查找</Button>
        {clear ? (
          <ButtonLink href={clear} tone="plain">
            清除
          </ButtonLink>
        ) : null}
      </div>
    </Form>
  )
}
