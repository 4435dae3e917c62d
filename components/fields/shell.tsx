import type { ReactNode } from 'react'
import type { FieldProps } from './field-props.ts'
import { stateOf } from './field-props.ts'
import { FieldNotes, LabelText } from './notes.tsx'

const classOf = ({ error }: FieldProps) => (error ? 'field has-error' : 'field')

/** A field with one control: label, notes, control. */
export function SingleField({ children, ...props }: FieldProps & { children: ReactNode }) {
  return (
    <div className={classOf(props)}>
      <label className="label" htmlFor={props.name}>
        <LabelText {...props} />
      </label>
      <FieldNotes {...props} />
      {children}
    </div>
  )
}

/** A field of several controls: the fieldset bears the name, the description and the state. */
export function GroupField({ children, ...props }: FieldProps & { children: ReactNode }) {
  return (
    <fieldset className={classOf(props)} id={props.name} {...stateOf(props)}>
      <legend className="label">
        <LabelText {...props} />
      </legend>
      <FieldNotes {...props} />
      {children}
    </fieldset>
  )
}
