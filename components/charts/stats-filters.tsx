import { Button, ButtonLink } from '../form/button.tsx'
import { Form } from '../form/form.tsx'
import { DayInput } from '../review/day-input.tsx'

interface StatsFiltersProps {
  action: string
  choices: readonly { readonly id: string; readonly name: string }[]
  chosen: string
  /** What all of them together are called. */
  all: string
  from: string
  to: string
  /** The workbook of the same figures. */
  file: string
}

/** Which area and which days. */
export function StatsFilters({ action, choices, chosen, all, from, to, file }: StatsFiltersProps) {
  return (
    <Form name="search" action={action} method="get" label="范围和日期" className="filters row">
      {choices.length > 0 ? (
        <div className="wide2">
          <label className="label" htmlFor="area">
            范围
          </label>
          <select className="in" id="area" name="area" defaultValue={chosen}>
            <option value="">{all}</option>
            {choices.map((choice) => (
              <option key={choice.id} value={choice.id}>
                {choice.name}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      <DayInput name="from" label="从" value={from} />
      <DayInput name="to" label="到" value={to} />
      <div className="go">
        <Button>更新</Button>
        <ButtonLink href={file} tone="plain">
          导出 XLSX
        </ButtonLink>
      </div>
    </Form>
  )
}
