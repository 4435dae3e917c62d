import { type ChoiceField, type ChoicesField, optionsOf } from '#lib/collection/field'
import { arrangement, Choice } from './choice.tsx'
import { type FieldProps, stateOf, typed } from './field-props.ts'
import { GroupField, SingleField } from './shell.tsx'

/** One out of a table: circles, or a list to drop down where the table is long. */
export function ChoiceControl(props: FieldProps<ChoiceField>) {
  return props.field.look === 'select' ? <SelectControl {...props} /> : <RadioControl {...props} />
}

function RadioControl(props: FieldProps<ChoiceField>) {
  const { name, field, facts, raw, shows } = props
  const options = optionsOf(field, facts)
  const value = typed(raw, name)
  return (
    <GroupField {...props}>
      <div className={arrangement(options)}>
        {options.map((option) => (
          <Choice
            key={option.value}
            type="radio"
            name={name}
            option={option}
            checked={option.value === value}
            shows={shows?.(option.value)}
          />
        ))}
      </div>
    </GroupField>
  )
}

/** Several out of a table. */
export function ChoicesControl(props: FieldProps<ChoicesField>) {
  const { name, field, facts, raw, shows } = props
  const options = optionsOf(field, facts)
  return (
    <GroupField {...props}>
      <div className={arrangement(options)}>
        {options.map((option) => (
          <Choice
            key={option.value}
            type="checkbox"
            name={name}
            option={option}
            checked={raw[name]?.includes(option.value) ?? false}
            shows={shows?.(option.value)}
          />
        ))}
      </div>
    </GroupField>
  )
}

function SelectControl(props: FieldProps<ChoiceField>) {
  const { name, field, facts, raw, shows } = props
  const listed = (options: ReturnType<typeof optionsOf>) =>
    options.map((option) => (
      <option key={option.value} value={option.value} data-shows={shows?.(option.value)}>
        {option.label}
      </option>
    ))
  return (
    <SingleField {...props}>
      <select className="in w-l" id={name} name={name} defaultValue={typed(raw, name)} {...stateOf(props)}>
        <option value="">请选择</option>
        {field.groups
          ? field.groups.map((group) => (
              <optgroup key={group.label} label={group.label}>
                {listed(group.options)}
              </optgroup>
            ))
          : listed(optionsOf(field, facts))}
      </select>
    </SingleField>
  )
}
