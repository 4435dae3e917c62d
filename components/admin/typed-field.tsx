import type { Wrong } from '#lib/collection/typed'
import { FieldError } from '../fields/notes.tsx'

/** What a form shows: what was typed, or what is stored, with what is wrong at which field. */
export interface Typed {
  readonly values: Readonly<Record<string, string>>
  readonly errors: readonly Wrong[]
}

/** A form that nobody has filled in. */
export const BLANK: Typed = { values: {}, errors: [] }

interface Choice {
  readonly value: string
  readonly label: string
}

interface TypedFieldProps {
  name: string
  label: string
  typed: Typed
  hint?: string
  optional?: boolean
  /** A text area of so many rows. */
  rows?: number
  /** A select with these groups; one without a title stands alone. */
  groups?: readonly { readonly title?: string; readonly choices: readonly Choice[] }[]
  className?: string
  /** How a date is written, where it is not obvious. */
  placeholder?: string
}

const options = (choices: readonly Choice[]) =>
  choices.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ))

/** One labelled control of a plain form, with its error above it and the value kept. */
export function TypedField(props: TypedFieldProps) {
  const { name, label, typed, hint, optional, rows, groups, className, placeholder } = props
  const message = typed.errors.find((error) => error.name === name)?.text
  const notes = [hint ? `${name}-hint` : '', message ? `${name}-error` : ''].filter(Boolean).join(' ')
  const control = {
    id: name,
    name,
    className: 'in',
    defaultValue: typed.values[name] ?? '',
    ...(message ? { 'aria-invalid': 'true' as const } : {}),
    ...(notes ? { 'aria-describedby': notes } : {}),
  }
  return (
    <div className={[message ? 'has-error' : '', className ?? ''].filter(Boolean).join(' ') || undefined}>
      <label className="label" htmlFor={name}>
        {label}
        {optional ? <span className="opt"> 选填</span> : null}
      </label>
      {hint ? (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
      <FieldError name={name} {...(message ? { message } : {})} />
      {groups ? (
        <select {...control}>
          {groups.map(({ title, choices }) =>
            title ? (
              <optgroup key={title} label={title}>
                {options(choices)}
              </optgroup>
            ) : (
              options(choices)
            ),
          )}
        </select>
      ) : rows ? (
        <textarea {...control} rows={rows} />
      ) : (
        <input {...control} type="text" autoComplete="off" placeholder={placeholder} />
      )}
    </div>
  )
}
