import { describe, expect, it } from 'vitest'
import { EDUCATION, ETHNICITY } from '#lib/collection/codes/national'
import type { Facts } from '#lib/collection/field'
import type { Dossier } from '#lib/collection/rule'
import type { Source } from './source.ts'
import { codesTable } from './standards.ts'
import type { Cell } from './table.ts'
import { EXPORT_TABLES, exportTable } from './tables.ts'

const ID_NUMBER = '410105199203159973'
const FACTS: Facts = {
  today: '2026-07-01',
  person: { name: '张一', idType: '111', idNumber: ID_NUMBER, mobile: '13800000001' },
  scope: {},
  offices: [],
}
const DOSSIER: Dossier = {
  scope: { applicantCategory: 'employed', hasQualification: 'yes', collectionDivisionCode: '410105' },
  personal: {
    name: '张一',
    idType: '111',
    idNumber: ID_NUMBER,
    mobile: '13800000001',
    sex: '1',
    birthDate: '1992-03-15',
    ethnicity: '01',
    email: '=cmd@example.com',
  },
  education: {
    ftEducation: '21',
    ftSchool: '中原示例大学',
    ftGradDate: '2014-07',
    ftDegree: '4',
    ptEducation: '14',
    ptSchool: '示例函授学院',
  },
  employment: {
    postStatus: 'accounting',
    unitName: '河南示例有限公司',
    industry: 'C',
    accountingPost: ['cashier', 'reports'],
    accountingYears: 3,
    appointedTitle: 'none',
  },
  qualifications: [
    { id: 'a1', answers: { series: 'accounting', level: 'junior', certNo: '0012' } },
    { id: 'a2', answers: { series: 'accounting', level: 'intermediate', certNo: '0013' } },
  ],
  talents: [],
  honours: [],
  penalties: [],
  remarks: [],
}
const source = (more: Partial<Source> = {}): Source => ({
  receiptNumber: 'HN202607013467ACY',
  officeCode: '410105',
  officeName: '金水区财政局',
  status: '待审核',
  kind: '首次',
  submissions: 1,
  submittedAt: '2026-07-01 09:00',
  decidedAt: '',
  dossier: DOSSIER,
  facts: FACTS,
  full: false,
  ...more,
})

/** The rows of a table as heading → cell. */
const read = (id: string, from = source()): Record<string, Cell>[] => {
  const table = exportTable(id)
  return (table?.rows(from) ?? []).map((cells) =>
    Object.fromEntries((table?.head ?? []).map((head, at) => [head, cells[at] ?? ''])),
  )
}
describe('the tables', () => {
  it('have a cell for every heading, and no heading twice', () => {
    for (const { id, head, rows } of EXPORT_TABLES) {
      expect(new Set(head).size, id).toBe(head.length)
      for (const cells of rows(source())) expect(cells.length, id).toBe(head.length)
    }
  })

  it('say what was chosen and the code of the national standard beside it (D1)', () => {
    expect(read('everything')[0]).toMatchObject({
      受理编号: 'HN202607013467ACY',
      受理财政部门代码: '410105',
      民族: '汉族',
      民族代码: '01',
      全日制最高学历: '大学本科',
      全日制最高学历代码: '21',
      所属行业代码: 'C',
      现从事的会计工作岗位代码: 'cashier;reports',
      会计从事年限: 3,
      政治面貌: '',
      政治面貌代码: '',
    })
  })

  it('have one row for each education', () => {
    expect(
      read('education').map((row) => [row.教育形式, row.最高学历代码, row.毕业院校, row.毕业时间]),
    ).toEqual([
      ['全日制', '21', '中原示例大学', '2014-07'],
      ['非全日制', '14', '示例函授学院', ''],
    ])
    const none = { ...DOSSIER, education: { ftEducation: '70', ptEducation: '00' } }
    expect(read('education', source({ dossier: none })).map((row) => row.教育形式)).toEqual(['全日制'])
  })

  it('have a row for a work unit and none for the unemployed', () => {
    expect(read('work')).toHaveLength(1)
    const none = { ...DOSSIER, employment: { postStatus: 'none' } }
    expect(read('work', source({ dossier: none }))).toEqual([])
  })

  it('have one row for each entry of a list, joined by number and person', () => {
    expect(read('qualifications').map((row) => [row.受理编号, row.姓名, row.资格级别代码])).toEqual([
      ['HN202607013467ACY', '张一', 'junior'],
      ['HN202607013467ACY', '张一', 'intermediate'],
    ])
    expect(read('talents')).toEqual([])
  })

  it('never show a whole number unless it was asked for', () => {
    for (const { id, rows } of EXPORT_TABLES) {
      const text = JSON.stringify(rows(source()))
      expect(text, id).not.toContain(ID_NUMBER)
      expect(text, id).not.toContain('13800000001')
      expect(text, id).not.toContain('1992-03')
    }
    expect(read('people')[0]).toMatchObject({
      证件号码: '410***********9973',
      手机号: '138****0001',
      出生日期: '1992',
    })
    expect(read('qualifications')[0]?.证件号码).toBe('410***********9973')
    expect(read('people', source({ full: true }))[0]).toMatchObject({
      证件号码: ID_NUMBER,
      手机号: '13800000001',
      出生日期: '1992-03-15',
    })
  })

  it('explain every code with its standard', () => {
    const rows = codesTable().rows
    expect(rows).toContainEqual(['个人信息', '民族代码', 'personal.ethnicity', 'GB/T 3304', '01', '汉族'])
    const standards = (field: string) => new Set(rows.filter((r) => r[2] === field).map((r) => r[3]))
    expect(standards('scope.collectionDivisionCode')).toEqual(new Set(['GB/T 2260']))
    expect(standards('employment.industry')).toEqual(new Set(['GB/T 4754-2017 门类']))
    expect(standards('employment.postStatus')).toEqual(new Set(['本省代码']))
    expect(rows.filter((r) => r[2] === 'personal.ethnicity')).toHaveLength(ETHNICITY.length)
    expect(rows.filter((r) => r[2] === 'education.ftEducation')).toHaveLength(EDUCATION.length)
  })
})
