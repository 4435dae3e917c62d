import { Icon } from '../layout/icon.tsx'

interface ControlProps {
  name: string
  label: string
  type?: 'text' | 'password' | 'tel'
  value?: string
  autoComplete?: string
  hint?: string
  error?: string
  mono?: boolean
  digits?: boolean
}

/** One labelled input of the stand-in, with its hint and what is wrong with it. */
export function Control({ name, label, type = 'text', hint, error, mono, digits, ...rest }: ControlProps) {
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ')
  return (
    <div className={error ? 'field has-error' : 'field'}>
      <label className="label" htmlFor={name}>
        {label}
      </label>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="err-msg" id={`${name}-error`}>
          <Icon name="error" />
          <span>
            <span className="vh">错误：</span>
            {error}
          </span>
        </p>
      )}
      <input
        className={mono ? 'in mono' : 'in'}
        id={name}
        name={name}
        type={type}
        defaultValue={rest.value}
        autoComplete={rest.autoComplete}
        inputMode={digits ? 'numeric' : undefined}
        spellCheck={false}
        aria-describedby={described || undefined}
        aria-invalid={error ? true : undefined}
      />
    </div>
  )
}
