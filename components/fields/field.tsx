import type {
  ChoiceField,
  ChoicesField,
  DayField,
  IntegerField,
  MonthField,
  NoteField,
  PictureField,
  TextField,
} from '#lib/collection/field'
import { ChoiceControl, ChoicesControl } from './choice-control.tsx'
import { DateControl } from './date-control.tsx'
import type { FieldProps } from './field-props.ts'
import { PictureRow } from './picture-row.tsx'
import { IntegerControl, NoteControl, TextControl } from './text-control.tsx'

/** The control of a field, by its kind. */
export function FieldControl(props: FieldProps) {
  switch (props.field.kind) {
    case 'text':
      return <TextControl {...(props as FieldProps<TextField>)} />
    case 'note':
      return <NoteControl {...(props as FieldProps<NoteField>)} />
    case 'choice':
      return <ChoiceControl {...(props as FieldProps<ChoiceField>)} />
    case 'choices':
      return <ChoicesControl {...(props as FieldProps<ChoicesField>)} />
    case 'month':
    case 'day':
      return <DateControl {...(props as FieldProps<MonthField | DayField>)} />
    case 'integer':
      return <IntegerControl {...(props as FieldProps<IntegerField>)} />
    case 'picture':
      return <PictureRow {...(props as FieldProps<PictureField>)} />
  }
}
