import { Icon } from '../layout/icon.tsx'

interface ChoiceProps {
  name: string
  label: string
  options: readonly (readonly [string, string])[]
  value?: string
  error?: string
}

/** One labelled select of the stand-in. */
export function Choice({ name, label, options, value, error }: ChoiceProps) {
  return (
    <div className={error ? 'field has-error' : 'field'}>
      <label className="label" htmlFor={name}>
        {label}
      </label>
      {error && (
        <p className="err-msg" id={`${name}-error`}>
          <Icon name="error" />
          <span>
            <span className="vh">错误：</span>
            {error}
          </span>
        </p>
      )}
      <select
        className="in"
        id={name}
        name={name}
        defaultValue={value}
        aria-describedby={error ? `${name}-error` : undefined}
        aria-invalid={error ? true : undefined}
      >
        {options.map(([code, text]) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}
