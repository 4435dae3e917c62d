import type { Answers } from '#lib/collection/field'
import type { ListName, StepId } from '#lib/collection/step'

/** What a demo person has filled in. Organisations are invented; codes have right check characters. */
export interface Story {
  readonly steps: Readonly<Partial<Record<StepId, Answers>>>
  readonly entries: readonly { readonly id: string; readonly list: ListName; readonly answers: Answers }[]
  /** Step id or entry id → slot → picture file in `pictures/`. */
  readonly pictures: Readonly<Record<string, Readonly<Record<string, string>>>>
}

const JINSHUI = '410105'
const SCHOOL = '中原示例大学'
const ISSUER = '河南省人力资源和社会保障厅'

const employed = { applicantCategory: 'employed', collectionDivisionCode: JINSHUI } as const
const noCertificates = { abacusLevel: 'none', cpa: 'none', taxAdviser: 'none', appraiser: 'none' } as const

const bachelor = (graduated: string, enrolled: string) => ({
  ftEducation: '21',
  ftSchool: SCHOOL,
  ftMajor: '会计学',
  ftEnrollDate: enrolled,
  ftGradDate: graduated,
  ftDegree: '4',
  ftProofKind: 'certificate',
  ptEducation: '00',
})

const inCompany = (unitName: string, uscc: string, since: string) => ({
  postStatus: 'accounting',
  unitName,
  uscc,
  unitNature: 'private',
  industry: 'C',
  unitAddress: '郑州市金水区示例路 1 号',
  accountingPost: ['income', 'reports'],
  administrativePost: 'none',
  accountingStartDate: since,
  appointedTitle: 'none',
  ...noCertificates,
})

const qualification = (id: string, level: string, date: string, certNo: string) => ({
  id,
  list: 'qualifications' as const,
  answers: { series: 'accounting', level, obtainMethod: 'exam', obtainDate: date, certNo, issuer: ISSUER },
})

const papers = (key: string) => ({
  personal: { photo: `${key}-portrait.jpg` },
  education: { ftEducationFile: `${key}-diploma.jpg`, ftDegreeFile: `${key}-degree.jpg` },
})

function complete(
  key: string,
  entryId: string,
  facts: { graduated: string; enrolled: string; unit: string; uscc: string; since: string },
  held: { level: string; date: string; certNo: string },
): Story {
  return {
    steps: {
      scope: { ...employed, hasQualification: 'yes', targetExam: 'none' },
      personal: { ethnicity: '01', politicalStatus: '13' },
      education: bachelor(facts.graduated, facts.enrolled),
      employment: inCompany(facts.unit, facts.uscc, facts.since),
    },
    entries: [qualification(entryId, held.level, held.date, held.certNo)],
    pictures: { ...papers(key), [entryId]: { file: `${key}-qualification.jpg` } },
  }
}

/** 王芳: half-way. */
export const HALF_WAY: Story = {
  steps: {
    scope: { ...employed, hasQualification: 'no', targetExam: 'intermediate' },
    personal: { ethnicity: '01', politicalStatus: '03', email: 'wangfang@example.com' },
    education: {
      ftEducation: '21',
      ftMajor: '会计学',
      ftEnrollDate: '2006-09',
      ftProofKind: 'certificate',
      ptEducation: '00',
    },
  },
  entries: [],
  pictures: {
    personal: { photo: 'wangfang-portrait.jpg' },
    education: { ftEducationFile: 'wangfang-diploma.jpg' },
  },
}

/** 张伟: complete, waiting. */
export const WAITING: Story = complete(
  'zhangwei',
  'd0000000000000000000a003',
  {
    graduated: '2007-06',
    enrolled: '2003-09',
    unit: '河南豫中示例机械制造有限公司',
    uscc: '91410105MA0FARM17R',
    since: '2007-08',
  },
  { level: 'intermediate', date: '2014-09-10', certNo: 'DEMO201441010099' },
)

/** 刘洋: returned with two comments. */
export const SENT_BACK: Story = complete(
  'liuyang',
  'd0000000000000000000a004',
  { graduated: '2012-07', enrolled: '2008-09', unit: '豫商贸', uscc: '91410105MA0FARM25L', since: '2013-03' },
  { level: 'junior', date: '2014-05-18', certNo: 'DEMO201441010098' },
)
export const SENT_BACK_COMMENTS = [
  { key: 'employment.unitName', text: '单位名称不是全称。请照营业执照填写全称。' },
  { key: 'education.ftEducationFile', text: '学历证书照片右下角看不清，请重新拍一张，整张入镜、不反光。' },
] as const

/** 陈静: approved. */
export const APPROVED: Story = complete(
  'chenjing',
  'd0000000000000000000a005',
  {
    graduated: '2009-06',
    enrolled: '2005-09',
    unit: '郑州示例商贸有限公司',
    uscc: '91410105MA0FARM33F',
    since: '2009-09',
  },
  { level: 'intermediate', date: '2015-09-13', certNo: 'DEMO201541010097' },
)

/** 赵磊: approved, and a change of unit that waits. */
export const CHANGING: Story = complete(
  'zhaolei',
  'd0000000000000000000a006',
  {
    graduated: '2005-07',
    enrolled: '2001-09',
    unit: '郑州示例食品有限公司',
    uscc: '91410105MA0FARM41A',
    since: '2006-02',
  },
  { level: 'intermediate', date: '2012-09-15', certNo: 'DEMO201241010096' },
)
export const CHANGED_UNIT: Answers = {
  unitName: '郑州示例冷链物流有限公司',
  uscc: '91410105MA0FAKE17N',
  industry: 'G',
}
