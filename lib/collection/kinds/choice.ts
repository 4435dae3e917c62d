import { z } from 'zod'
import { labelOf } from '../codes/option.ts'
import { type ChoiceField, type ChoicesField, optionsOf } from '../field.ts'
import type { Kind } from './kind.ts'

type Table = ReturnType<typeof optionsOf>

// A schema is made once a table: making one costs more than a whole step's reading.
const schemas = new WeakMap<Table, z.ZodType>()

function codesOf(table: Table): z.ZodType {
  const known = schemas.get(table) ?? z.enum(table.map((o) => o.value))
  schemas.set(table, known)
  return known
}

/** One code out of a table. */
export const choice: Kind<ChoiceField, string> = {
  controls: (name) => [name],
  read(field, typed, name, facts) {
    const value = typed(name)[0] ?? ''
    if (value === '') return {}
    return codesOf(optionsOf(field, facts)).safeParse(value).success
      ? { value }
      : { message: `请从列出的选项中选择${field.label}` }
  },
  write: (name, value) => ({ [name]: [value] }),
  text: (field, value, facts) => field.reads?.(value) ?? labelOf(optionsOf(field, facts), value),
  missing: (field) => `请选择${field.label}`,
}

/** Several codes out of a table, in the table's order. */
export const choices: Kind<ChoicesField, readonly string[]> = {
  controls: (name) => [name],
  read(field, typed, name, facts) {
    const sent = new Set(typed(name).filter((v) => v !== ''))
    if (sent.size === 0) return {}
    const options = optionsOf(field, facts)
    const table = options.map((o) => o.value)
    const codes = codesOf(options)
    if (![...sent].every((v) => codes.safeParse(v).success))
      return { message: `请从列出的选项中选择${field.label}` }
    return { value: table.filter((v) => sent.has(v)) }
  },
  write: (name, value) => ({ [name]: [...value] }),
  text: (field, value, facts) => value.map((v) => labelOf(optionsOf(field, facts), v)).join('、'),
  missing: (field) => `请至少选择一项${field.label}`,
}
