import type { IntegerField, NoteField, TextField } from '#lib/collection/field'
import { type FieldProps, stateOf, typed } from './field-props.ts'
import { SingleField } from './shell.tsx'

const WIDTHS = { short: ' w-s', medium: ' w-m', long: ' w-l' }

/** One line of text. Its width hints at the length expected; nothing is cut off while typing. */
export function TextControl(props: FieldProps<TextField>) {
  const { name, field, raw } = props
  const width = field.width ? WIDTHS[field.width] : ''
  return (
    <SingleField {...props}>
      <input
        className={`in${width}${field.mono ? ' mono' : ''}`}
        type="text"
        id={name}
        name={name}
        defaultValue={typed(raw, name)}
        inputMode={field.inputMode}
        autoComplete={field.autoComplete ?? 'off'}
        spellCheck={field.mono ? false : undefined}
        {...stateOf(props)}
      />
    </SingleField>
  )
}

/** Several lines of text. */
export function NoteControl(props: FieldProps<NoteField>) {
  return (
    <SingleField {...props}>
      <textarea
        className="in"
        id={props.name}
        name={props.name}
        rows={5}
        defaultValue={typed(props.raw, props.name)}
        {...stateOf(props)}
      />
    </SingleField>
  )
}

/** A whole number with its unit behind it. */
export function IntegerControl(props: FieldProps<IntegerField>) {
  const { name, field, raw } = props
  return (
    <SingleField {...props}>
      <span className="with-unit">
        <input
          className="in"
          type="text"
          id={name}
          name={name}
          inputMode="numeric"
          autoComplete="off"
          defaultValue={typed(raw, name)}
          {...stateOf(props)}
        />
        <span>{field.unit}</span>
      </span>
    </SingleField>
  )
}
