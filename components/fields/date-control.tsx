import type { DayField, MonthField } from '#lib/collection/field'
import { type FieldProps, typed } from './field-props.ts'
import { GroupField } from './shell.tsx'
import { wrongBoxes } from './wrong-boxes.ts'

const BOXES = [
  { part: 'year', unit: '年', look: 'in y' },
  { part: 'month', unit: '月', look: 'in m' },
  { part: 'day', unit: '日', look: 'in m' },
] as const

/** A date as boxes of digits; a month drops the day. The year box takes a whole pasted date, so its length is free. */
export function DateControl(props: FieldProps<MonthField | DayField>) {
  const { name, field, raw, error } = props
  const boxes = BOXES.filter((box) => box.part !== 'day' || field.kind === 'day')
  const wrong = wrongBoxes(
    boxes.map((box) => ({ part: box.part, value: typed(raw, `${name}.${box.part}`) })),
    error,
  )
  return (
    <GroupField {...props}>
      <div className="date">
        {boxes.map(({ part, unit, look }) => (
          <label key={part}>
            <input
              className={look}
              type="text"
              name={`${name}.${part}`}
              inputMode="numeric"
              autoComplete="off"
              defaultValue={typed(raw, `${name}.${part}`)}
              aria-invalid={wrong.has(part) ? true : undefined}
            />
            {unit}
          </label>
        ))}
      </div>
    </GroupField>
  )
}
