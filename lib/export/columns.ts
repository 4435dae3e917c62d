import type { Answers, Field, Value } from '#lib/collection/field'
import { fieldText } from '#lib/collection/kinds/index'
import type { Step } from '#lib/collection/step'
import { type Source, shown } from './source.ts'
import type { Cell } from './table.ts'

/** A column: its heading, and what stands in it for the answers of a step or an entry. */
export interface Column {
  readonly head: string
  readonly cell: (answers: Answers, source: Source) => Cell
}

const YEAR = 4

function textCell(field: Field, value: Value, source: Source): Cell {
  if (field.kind === 'integer') return Number(value)
  if (field.mask) return shown(source, field.mask, String(value))
  // The day of birth that follows from the number would give away most of what is masked.
  if (field.kind === 'day' && field.derive && !source.full) return String(value).slice(0, YEAR)
  // Months and days as the national tables have them: 2014-07, 2014-07-08.
  if (field.kind === 'month' || field.kind === 'day') return String(value)
  return fieldText(field, value, source.facts)
}

const codeCell = (value: Value): Cell => (Array.isArray(value) ? value.join(';') : String(value))

/** The heading of the column of codes beside the column of a field. */
export const codeHead = (label: string): string => `${label}代码`

/**
 * The columns of a field: what it says, and for a choice the code beside it, which is the national
 * standard's where there is one (D1). Pictures and the choice of an office have none.
 */
export function columnsOf(name: string, field: Field, label: string = field.label): Column[] {
  // Options that depend on the person are offices, which every row names by itself.
  if (field.kind === 'picture' || (field.kind === 'choice' && typeof field.options === 'function')) return []
  const filled =
    (cell: (value: Value, source: Source) => Cell): Column['cell'] =>
    (answers, source) => {
      const value = answers[name]
      return value === undefined ? '' : cell(value, source)
    }
  const text = { head: label, cell: filled((value, source) => textCell(field, value, source)) }
  if (field.kind !== 'choice' && field.kind !== 'choices') return [text]
  return [text, { head: codeHead(label), cell: filled(codeCell) }]
}

/** The columns of every field of a step or list. */
export const columnsOfStep = (step: Step): Column[] =>
  Object.entries(step.fields).flatMap(([name, field]) => columnsOf(name, field))
