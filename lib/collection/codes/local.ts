import type { Option } from './option.ts'

// No national standard is known for these tables: the codes are our own (contract section 5),
// so that a correction of a label is a change of one line.

/** Who the person is when collected (D4). */
export const APPLICANT_CATEGORY: readonly Option[] = [
  { value: 'employed', label: '在职会计人员', hint: '现在从事会计工作' },
  { value: 'employedOther', label: '在职但不在会计岗的持证人员' },
  { value: 'unemployed', label: '不在职持证人员' },
  { value: 'student', label: '全日制在校生' },
]

export const YES_NO: readonly Option[] = [
  { value: 'yes', label: '是' },
  { value: 'no', label: '否' },
]

/** The exam a person means to enter (R7, D19). */
export const TARGET_EXAM: readonly Option[] = [
  { value: 'none', label: '暂不报考' },
  { value: 'intermediate', label: '中级' },
  { value: 'senior', label: '高级' },
]

/** What stands in for a lost certificate (R23). */
export const PROOF_KIND: readonly Option[] = [
  { value: 'certificate', label: '证书' },
  { value: 'chsi', label: '学信网证明截图' },
  { value: 'register', label: '毕业生登记表' },
]

/** R25. */
export const POST_STATUS: readonly Option[] = [
  { value: 'none', label: '待业' },
  { value: 'other', label: '不在会计岗工作' },
  { value: 'accounting', label: '在会计岗工作' },
]

/** Nature of the work unit, under the five headings of the personnel regulation. */
export const UNIT_NATURE_GROUPS: readonly { readonly label: string; readonly options: readonly Option[] }[] =
  [
    { label: '国家机关', options: [{ value: 'government', label: '国家机关' }] },
    { label: '社会团体', options: [{ value: 'association', label: '社会团体' }] },
    {
      label: '企业',
      options: [
        { value: 'soe', label: '企业（国有）' },
        { value: 'collective', label: '企业（集体）' },
        { value: 'private', label: '企业（民营）' },
        { value: 'foreign', label: '企业（外资及港澳台）' },
        { value: 'company', label: '企业（其他）' },
      ],
    },
    { label: '事业单位', options: [{ value: 'institution', label: '事业单位' }] },
    {
      label: '其他组织',
      options: [
        { value: 'agency', label: '其他组织（代理记账机构）' },
        { value: 'firm', label: '其他组织（会计师事务所）' },
        { value: 'village', label: '其他组织（农村集体经济组织）' },
        { value: 'other', label: '其他组织' },
      ],
    },
  ]

/** The nine duties of accounting work (R2). */
export const ACCOUNTING_POST: readonly Option[] = [
  { value: 'cashier', label: '出纳' },
  { value: 'audit', label: '稽核' },
  { value: 'assets', label: '资产、负债和所有者权益（净资产）的核算' },
  { value: 'income', label: '收入、费用（支出）的核算' },
  { value: 'results', label: '财务成果（政府预算执行结果）的核算' },
  { value: 'reports', label: '财务会计报告（决算报告）编制' },
  { value: 'supervision', label: '会计监督' },
  { value: 'archives', label: '会计机构内会计档案管理' },
  { value: 'other', label: '其他会计工作' },
]

export const ADMINISTRATIVE_POST: readonly Option[] = [
  { value: 'none', label: '无' },
  { value: 'head', label: '会计机构负责人（会计主管人员）' },
  { value: 'deputy', label: '会计机构副职' },
  { value: 'chief', label: '总会计师（财务总监）' },
  { value: 'other', label: '其他' },
]

/** Titles that exist by appointment only (R29, R30), lowest first. */
export const APPOINTED_TITLE: readonly Option[] = [
  { value: 'none', label: '无' },
  { value: 'assistant', label: '助理会计师' },
  { value: 'accountant', label: '会计师' },
  { value: 'senior', label: '高级会计师' },
  { value: 'fullSenior', label: '正高级会计师' },
]

const grades = (value: string, label: string): readonly Option[] =>
  ['六', '五', '四', '三', '二', '一'].map((grade, at) => ({
    value: `${value}${6 - at}`,
    label: `${label}${grade}级`,
  }))

/** Abacus grades (R32), lowest first. */
export const ABACUS_LEVEL: readonly Option[] = [
  { value: 'none', label: '无' },
  ...grades('ordinary', '普通'),
  ...grades('expert', '能手'),
]

/** Whether a certificate is held (R32). */
export const HELD: readonly Option[] = [
  { value: 'none', label: '无' },
  { value: 'held', label: '有' },
]

export const SERIES: readonly Option[] = [
  { value: 'accounting', label: '会计' },
  { value: 'audit', label: '审计' },
  { value: 'economics', label: '经济' },
  { value: 'statistics', label: '统计' },
  { value: 'other', label: '其他' },
]

/** Qualification levels, lowest first (V-TITLE). */
export const LEVEL: readonly Option[] = [
  { value: 'junior', label: '初级' },
  { value: 'intermediate', label: '中级' },
  { value: 'deputySenior', label: '副高级' },
  { value: 'senior', label: '正高级' },
]

export const OBTAIN_METHOD: readonly Option[] = [
  { value: 'exam', label: '考试' },
  { value: 'review', label: '评审' },
  { value: 'examReview', label: '考评结合' },
  { value: 'other', label: '其他' },
]

/** R34, R35. */
export const TALENT_TYPE: readonly Option[] = [
  { value: 'international', label: '国际化高端会计人才' },
  { value: 'leading', label: '会计领军人才' },
  { value: 'other', label: '其他高端会计人才' },
]

export const LEADER_LEVEL: readonly Option[] = [
  { value: 'national', label: '全国' },
  { value: 'provincial', label: '省级' },
  { value: 'other', label: '其他' },
]

export const LEADER_CATEGORY: readonly Option[] = [
  { value: 'enterprise', label: '企业类' },
  { value: 'administrative', label: '行政事业类' },
  { value: 'cpa', label: '注册会计师类' },
  { value: 'academic', label: '学术类' },
]

export const HONOUR_GRADE: readonly Option[] = [
  { value: 'national', label: '国家级' },
  { value: 'provincial', label: '省部级' },
  { value: 'prefecture', label: '地市级' },
  { value: 'county', label: '县级' },
]

export const PENALTY_KIND: readonly Option[] = [
  { value: 'warning', label: '警告' },
  { value: 'fine', label: '罚款' },
  { value: 'confiscation', label: '没收违法所得' },
  { value: 'ban5', label: '五年内不得从事会计工作' },
  { value: 'banForever', label: '不得再从事会计工作' },
  { value: 'discipline', label: '行业惩戒' },
  { value: 'other', label: '其他' },
]
