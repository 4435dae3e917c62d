import type { Cell, Table } from '#lib/export/table'
import type { Figures } from './figures.ts'
import type { Report } from './report.ts'
import { PROVINCE } from './words.ts'

/** What could not be measured is empty. */
const measured = (value: number | undefined): Cell => value ?? ''

const FIGURES_HEAD = [
  '提交',
  '通过',
  '退回',
  '首次退回率',
  '再次退回率',
  '用时中位数（工作日）',
  '八成用时（工作日）',
  '通过累计用时中位数（工作日）',
]

const figureCells = (f: Figures): Cell[] => [
  f.submitted,
  f.approved,
  f.returned,
  measured(f.returnRate),
  measured(f.againRate),
  measured(f.median),
  measured(f.eighty),
  measured(f.spent),
]

const PROVINCE_MEANS = '件数是每个财政部门平均多少；退回率和用时按全省的申请一起算'

/** The sheets of the workbook: the same figures as the page, office by office; shares as numbers, 0–1. */
export function sheetsOf(report: Report, about: { area: string; madeAt: string }): Table[] {
  const { period, offices, all, province, weeks, lasting, reasons } = report
  return [
    {
      name: '说明',
      head: ['项目', '内容'],
      rows: [
        ['范围', about.area],
        ['从', period.from],
        ['到', period.to],
        ['生成时间', about.madeAt],
        ['用时', '从提交到审核的工作日，当天办结为 0；申请人修改期间不计'],
        ['首次退回率', '第一次审核中退回的比例'],
        ['再次退回率', '退回后再次提交的，又被退回的比例'],
        ...(province ? [[PROVINCE, PROVINCE_MEANS]] : []),
      ],
    },
    {
      name: '各财政部门',
      head: ['财政部门', ...FIGURES_HEAD],
      rows: [
        ...offices.map((o) => [o.name, ...figureCells(o)]),
        ['合计', ...figureCells(all)],
        ...(province ? [[PROVINCE, ...figureCells(province)]] : []),
      ],
    },
    {
      name: '每周',
      head: ['周起始', '提交', '办结'],
      rows: weeks.map((week) => [week.from, week.submitted, week.decided]),
    },
    {
      name: '用时',
      head: ['工作日', '件数', '占比'],
      rows: lasting.map(({ text, n, share }) => [text, n, share]),
    },
    {
      name: '退回原因',
      head: ['代码', '原因', '次数', '累计占比'],
      rows: reasons.map(({ code, text, n, upTo }) => [code, text, n, upTo]),
    },
  ]
}
