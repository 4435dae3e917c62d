import type { Facts, Field, Value } from '../field.ts'
import { choice, choices } from './choice.ts'
import { day, month } from './date.ts'
import { integer } from './integer.ts'
import type { Kind, Reading } from './kind.ts'
import { picture } from './picture.ts'
import { note, text } from './text.ts'

const KINDS = { text, note, choice, choices, month, day, integer, picture }

// A field's kind names the entry that handles exactly this field and its value, which the
// compiler cannot follow through the union: this is the one place where the two are joined.
const kindOf = (field: Field) => KINDS[field.kind] as unknown as Kind<Field, Value>

/** Control names of a field, in the order they are printed. */
export const controlsOf = (field: Field, name: string): readonly string[] => kindOf(field).controls(name)

/** Reads a field from posted values. */
export const readField = (
  field: Field,
  name: string,
  typed: (control: string) => readonly string[],
  facts: Facts,
): Reading => kindOf(field).read(field, typed, name, facts)

/** The posted form of a value, to prefill a form from a record. */
export const writeField = (field: Field, name: string, value: Value): Record<string, string[]> =>
  kindOf(field).write(name, value)

/** How a value reads. */
export const fieldText = (field: Field, value: Value, facts: Facts): string =>
  kindOf(field).text(field, value, facts)

/** What to say when a required field is empty. */
export const missingText = (field: Field): string => field.missing ?? kindOf(field).missing(field)
