import * as national from '#lib/collection/codes/national'
import type { Option } from '#lib/collection/codes/option'
import type { Field } from '#lib/collection/field'
import { PARTS } from '#lib/collection/steps/index'
import { codeHead } from './columns.ts'
import type { Cell, Table } from './table.ts'

/** Which standard a table of codes is, whole or in part (domain.md, appendix A). */
const STANDARDS: readonly (readonly [readonly Option[], string])[] = [
  [national.SEX, 'GB/T 2261.1'],
  [national.POLITICAL_STATUS, 'GB/T 4762'],
  [national.ETHNICITY, 'GB/T 3304'],
  [national.EDUCATION, 'GB/T 4658-2006'],
  [national.PT_EDUCATION, 'GB/T 4658-2006，00 为本省代码'],
  [national.DEGREE, 'GB/T 6864-2003 首位，0 为本省代码'],
  [national.INDUSTRY, 'GB/T 4754-2017 门类'],
  [national.ID_TYPE, 'GA/T 517'],
]

const DIVISION = /^41\d{4}$/
const OWN = '本省代码'

const standardOf = (options: readonly Option[]): string =>
  STANDARDS.find(([table]) => table === options)?.[1] ??
  (options.some(({ value }) => DIVISION.test(value)) ? 'GB/T 2260' : OWN)

/** The options that are the same for everybody. */
const fixedOptions = (field: Field): readonly Option[] =>
  (field.kind === 'choice' || field.kind === 'choices') && typeof field.options !== 'function'
    ? field.options
    : []

/** What every code in the exported tables means, and by which standard. */
export function codesTable(): Table {
  const rows = PARTS.flatMap((part) =>
    Object.entries(part.fields).flatMap(([name, field]) => {
      const options = fixedOptions(field)
      const standard = standardOf(options)
      return options.map(({ value, label }): readonly Cell[] => [
        part.title,
        codeHead(field.label),
        `${part.id}.${name}`,
        standard,
        value,
        label,
      ])
    }),
  )
  return { name: '代码说明', head: ['部分', '栏目', '字段', '标准', '代码', '名称'], rows }
}
