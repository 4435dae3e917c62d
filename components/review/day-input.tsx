interface DayInputProps {
  name: string
  label: string
  value: string | undefined
  placeholder?: string
}

/** A day in a bar of filters. */
export function DayInput({ name, label, value, placeholder }: DayInputProps) {
  return (
    <div className="day">
      <label className="label" htmlFor={name}>
        {label}
      </label>
      <input
        className="in"
        id={name}
        name={name}
        placeholder={placeholder}
        defaultValue={value ?? ''}
        inputMode="numeric"
        autoComplete="off"
      />
    </div>
  )
}
