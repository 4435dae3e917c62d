import { NO_EDUCATION } from '#lib/collection/codes/national'
import type { Answers } from '#lib/collection/field'
import { stepOf } from '#lib/collection/steps/index'
import { type Column, columnsOf } from './columns.ts'

// The form asks the same block twice, for full-time and part-time education; the national table has a row
// for each education instead (D1).
const BLOCKS = [
  ['ft', '全日制'],
  ['pt', '非全日制'],
] as const

const MODE = 'mode'
const LEVEL = 'Education'

/** Columns of the full-time block, whose fields are named by what follows the prefix. */
const blockColumns = Object.entries(stepOf('education').fields).flatMap(([name, field]) =>
  name.startsWith('ft') ? columnsOf(name.slice(2), field, field.label.replace('全日制', '')) : [],
)

/** How the person studied, then everything that is asked of an education. */
export const educationColumns: readonly Column[] = [
  { head: '教育形式', cell: (answers) => String(answers[MODE] ?? '') },
  ...blockColumns,
]

/** The educations of a person, each under the names of `educationColumns`. */
export function educationRows(answers: Answers): Answers[] {
  return BLOCKS.flatMap(([prefix, mode]) => {
    const level = answers[`${prefix}${LEVEL}`]
    if (level === undefined || level === NO_EDUCATION) return []
    const own = Object.entries(answers).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value] as const] : [],
    )
    return [{ ...Object.fromEntries(own), [MODE]: mode }]
  })
}
