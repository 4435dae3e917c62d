import type { Facts, Field, Raw } from '#lib/collection/field'
import type { Pictures } from '#lib/collection/parse'
import type { PartId } from '#lib/collection/step'

/** A reviewer's comment as the applicant meets it. */
export interface FieldComment {
  readonly id: string
  readonly text: string
  /** What the applicant answered in place of mending. */
  readonly reply?: string
  /** The field has changed since. */
  readonly mended: boolean
}

/** Everything one field is printed from. */
export interface FieldProps<F extends Field = Field> {
  /** Machine name: id of the control, anchor of its error. */
  name: string
  field: F
  facts: Facts
  raw: Raw
  stepId: PartId
  /** The list entry's id. */
  item?: string
  /** What earlier answers leave open here. */
  bound?: string
  /** Not needed for the submission on what is known now. */
  optional?: boolean
  error?: string
  /** The page that holds the other half of a contradiction. */
  see?: { readonly href: string; readonly title: string }
  warning?: string
  comments?: readonly FieldComment[]
  /** Prints a box for an answer under the comments (D10). */
  reply?: boolean
  /** The value in force, in a change draft. */
  old?: string
  /** What another session has stored meanwhile. */
  other?: string
  /** Tokens of the conditional blocks that this value opens. */
  shows?: (value: string) => string | undefined
  pictures?: Pictures
  /** Where the slot's own page is; nothing while the entry has not been saved. */
  slotHref?: (slot: string) => string | undefined
  documentHref?: (documentId: string) => string
}

/** The ids a control is described by, in reading order; nothing when there are none. */
function describedBy({ name, field, bound, error, warning, old, other }: FieldProps): string | undefined {
  const ids = [
    field.hint || field.source ? `${name}-hint` : '',
    bound ? `${name}-bound` : '',
    old === undefined ? '' : `${name}-old`,
    other === undefined ? '' : `${name}-other`,
    warning ? `${name}-warning` : '',
    error ? `${name}-error` : '',
  ].filter((id) => id !== '')
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** Marks that a control, or the fieldset in its place, carries (contract section 4). */
export const stateOf = (props: FieldProps) => ({
  'aria-describedby': describedBy(props),
  'aria-invalid': props.error ? (true as const) : undefined,
})

/** The one value typed under a control name. */
export const typed = (raw: Raw, control: string): string => raw[control]?.[0] ?? ''
