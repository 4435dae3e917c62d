import type { Answers } from '#lib/collection/field'
import type { Entry } from '#lib/collection/step'
import { LISTS, STEPS, stepOf } from '#lib/collection/steps/index'
import { type Column, columnsOfStep } from './columns.ts'
import { educationColumns, educationRows } from './education.ts'
import { type Source, shown } from './source.ts'
import type { Cell } from './table.ts'

/** A table that can be exported: any number of rows for each application. */
export interface ExportTable {
  /** Its name in forms and file names. */
  readonly id: string
  /** Its name to people and on the sheet. */
  readonly title: string
  /** What one row is. */
  readonly holds: string
  readonly head: readonly string[]
  readonly rows: (source: Source) => readonly (readonly Cell[])[]
}

type Fact = readonly [head: string, value: (source: Source) => Cell]

const PROCESS: readonly Fact[] = [
  ['受理编号', (s) => s.receiptNumber],
  ['受理财政部门', (s) => s.officeName],
  ['受理财政部门代码', (s) => s.officeCode],
  ['状态', (s) => s.status],
  ['类型', (s) => s.kind],
  ['提交次数', (s) => s.submissions],
  ['提交时间', (s) => s.submittedAt],
  ['审核时间', (s) => s.decidedAt],
]

/** By which a row of a list is joined to its person. */
const KEY: readonly Fact[] = [
  ['受理编号', (s) => s.receiptNumber],
  ['受理财政部门代码', (s) => s.officeCode],
  ['姓名', (s) => s.facts.person.name],
  ['身份证件类型代码', (s) => s.facts.person.idType],
  ['证件号码', (s) => shown(s, 'idNumber', s.facts.person.idNumber)],
]

const heads = (facts: readonly Fact[]) => facts.map(([head]) => head)
const values = (facts: readonly Fact[], source: Source) => facts.map(([, value]) => value(source))
const cellsOf = (columns: readonly Column[], answers: Answers, source: Source) =>
  columns.map((column) => column.cell(answers, source))

const stepColumns = STEPS.map((step) => ({ id: step.id, columns: columnsOfStep(step) }))

/** One row an application, with these steps side by side. */
function sideBySide(steps: typeof stepColumns): Pick<ExportTable, 'head' | 'rows'> {
  return {
    head: [...heads(PROCESS), ...steps.flatMap(({ columns }) => columns.map((c) => c.head))],
    rows: (source) => [
      [
        ...values(PROCESS, source),
        ...steps.flatMap(({ id, columns }) => cellsOf(columns, source.dossier[id] as Answers, source)),
      ],
    ],
  }
}

/** The national platform has educations and employments in tables of their own (D1). */
const people: ExportTable = {
  id: 'people',
  title: '人员',
  holds: '一人一行：受理情况、采集地、个人信息',
  ...sideBySide(stepColumns.filter(({ id }) => id !== 'education' && id !== 'employment')),
}

const everything: ExportTable = {
  id: 'everything',
  title: '人员全表',
  holds: '一人一行，另有学历、工作',
  ...sideBySide(stepColumns),
}

const education: ExportTable = {
  id: 'education',
  title: '教育经历',
  holds: '一段学历一行',
  head: [...heads(KEY), ...educationColumns.map((c) => c.head)],
  rows: (source) =>
    educationRows(source.dossier.education).map((answers) => [
      ...values(KEY, source),
      ...cellsOf(educationColumns, answers, source),
    ]),
}

const workColumns = columnsOfStep(stepOf('employment'))

const work: ExportTable = {
  id: 'work',
  title: '工作经历',
  holds: '有工作单位的一人一行',
  head: [...heads(KEY), ...workColumns.map((c) => c.head)],
  rows: (source) =>
    source.dossier.employment.unitName === undefined
      ? []
      : [[...values(KEY, source), ...cellsOf(workColumns, source.dossier.employment, source)]],
}

const lists: readonly ExportTable[] = LISTS.map((list) => {
  const columns = columnsOfStep(list)
  return {
    id: list.id,
    title: list.title,
    holds: `一项一行`,
    head: [...heads(KEY), ...columns.map((c) => c.head)],
    rows: (source) =>
      (source.dossier[list.id] as readonly Entry[]).map((entry) => [
        ...values(KEY, source),
        ...cellsOf(columns, entry.answers, source),
      ]),
  }
})

/** Every table, the one that is usually wanted first. */
export const EXPORT_TABLES: readonly ExportTable[] = [people, everything, education, work, ...lists]

/** The table of this name. */
export const exportTable = (id: string): ExportTable | undefined =>
  EXPORT_TABLES.find((table) => table.id === id)
