import type { Facts, Field, Value } from '../field.ts'

/** What came of reading one field: a value, nothing, or a sentence for the person who typed it. */
export type Reading = { readonly value?: Value; readonly message?: string }

/** What every kind of field knows about itself. `F` is the field, `V` its value. */
export interface Kind<F extends Field, V extends Value> {
  /** Names of the controls that the form prints and posts. */
  controls(name: string): readonly string[]
  /** Reads posted values; an empty field reads as `{}`. Says what is wrong with the limit and the measured value. */
  read(field: F, typed: (control: string) => readonly string[], name: string, facts: Facts): Reading
  /** The posted form of a value: control name → values. The inverse of `read`. */
  write(name: string, value: V): Record<string, string[]>
  /** How the value reads on a page, a print and an export. */
  text(field: F, value: V, facts: Facts): string
  /** What is missing, e.g. `请填写毕业院校`. */
  missing(field: F): string
}
