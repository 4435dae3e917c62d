import {
  ABACUS_LEVEL,
  ACCOUNTING_POST,
  ADMINISTRATIVE_POST,
  APPOINTED_TITLE,
  HELD,
  POST_STATUS,
  UNIT_NATURE_GROUPS,
} from '../codes/local.ts'
import { INDUSTRY } from '../codes/national.ts'
import type { Answers, Condition, TextField } from '../field.ts'
import { defineStep } from '../step.ts'

/** Which post status each applicant category implies (D4). */
export const POST_STATUS_OF: Readonly<Record<string, string>> = {
  employed: 'accounting',
  employedOther: 'other',
  unemployed: 'none',
  student: 'none',
}

const onPost: readonly Condition[] = [{ field: 'postStatus', in: ['accounting'] }]
const inUnit: readonly Condition[] = [{ field: 'postStatus', in: ['accounting', 'other'] }]
const accounting = (answers: Answers) => answers.postStatus === 'accounting'
const appointed: readonly Condition[] = [
  ...inUnit,
  { field: 'appointedTitle', in: APPOINTED_TITLE.map((o) => o.value).filter((v) => v !== 'none') },
]
const none = () => 'none'

const number = (label: string, field: string, held: readonly string[]) =>
  ({
    kind: 'text',
    label,
    max: 40,
    mono: true,
    width: 'long',
    required: true,
    source: '指引 3.4 第 6 条',
    when: [{ field, in: held }],
  }) satisfies TextField

const licence = (label: string) =>
  ({
    kind: 'choice',
    look: 'radio',
    label,
    options: HELD,
    required: true,
    suggest: none,
  }) as const

/** Step 3 (guide 3.4): work unit, post, appointed title and certificates. */
export const employment = defineStep({
  id: 'employment',
  title: '工作与证书',
  holds: '在岗状态、工作单位、职务、珠算等证书',
  source: '指引 3.4',
  fields: {
    postStatus: {
      kind: 'choice',
      look: 'radio',
      label: '在岗状态',
      hint: '无工作单位的选“待业”。须与“采集身份”一致。',
      source: '指引 3.4 第 1 条',
      options: POST_STATUS,
      required: true,
      suggest: (facts) => POST_STATUS_OF[String(facts.scope.applicantCategory ?? '')],
    },
    unitName: {
      kind: 'text',
      label: '工作单位名称',
      hint: '写营业执照或法人证书上的全称，不用简称。',
      max: 100,
      required: true,
      autoComplete: 'organization',
      when: inUnit,
    },
    uscc: {
      kind: 'text',
      label: '统一社会信用代码',
      hint: '18 位，在营业执照或法人证书上，可以粘贴。',
      max: 30,
      mono: true,
      width: 'long',
      normalise: (typed) => typed.normalize('NFKC').replace(/\s/gu, '').toUpperCase(),
      required: accounting,
      when: inUnit,
    },
    unitNature: {
      kind: 'choice',
      look: 'select',
      label: '单位性质',
      options: UNIT_NATURE_GROUPS.flatMap((g) => g.options),
      groups: UNIT_NATURE_GROUPS,
      required: accounting,
      when: inUnit,
    },
    industry: {
      kind: 'choice',
      look: 'select',
      label: '所属行业',
      hint: '代理记账机构、会计师事务所选“租赁和商务服务业”。',
      options: INDUSTRY,
      required: accounting,
      when: inUnit,
    },
    unitAddress: {
      kind: 'text',
      label: '单位地址',
      max: 100,
      required: accounting,
      autoComplete: 'street-address',
      when: inUnit,
    },
    unitPhone: {
      kind: 'text',
      label: '单位电话',
      max: 30,
      width: 'medium',
      inputMode: 'tel',
      pattern: /^[0-9+()（）\s转-]{6,30}$/u,
      patternMessage: '单位电话只能有数字、括号和短横线，例如 0371-12345678',
      when: inUnit,
    },
    department: { kind: 'text', label: '所在部门', max: 60, width: 'medium', when: inUnit },
    accountingPost: {
      kind: 'choices',
      label: '现从事的会计工作岗位',
      hint: '可以多选。',
      options: ACCOUNTING_POST,
      required: true,
      when: onPost,
    },
    administrativePost: {
      kind: 'choice',
      look: 'radio',
      label: '会计行政职务',
      options: ADMINISTRATIVE_POST,
      required: true,
      when: onPost,
    },
    accountingStartDate: {
      kind: 'month',
      label: '会计从事时间',
      hint: '开始从事会计工作的年月。不得早于全日制学历（学位）获取时间。',
      source: '指引 3.4 第 2 条',
      range: 'past',
      required: accounting,
    },
    accountingYears: {
      kind: 'integer',
      label: '会计从事年限',
      hint: '不能超过从会计从事时间到现在的整年数，可以少填。留空按最长年限计。',
      source: '指引 3.4 第 3 条',
      min: 0,
      max: 90,
      unit: '年',
    },
    appointedTitle: {
      kind: 'choice',
      look: 'radio',
      label: '聘任的会计专业技术职务',
      question: '单位发文或发聘书，聘您担任了哪一级会计职务',
      hint: '资格是您考来或评来的，职务是单位聘的。例如医院发文聘您为“会计师”，才选“会计师”；有证书、没有聘任的选“无”。多见于事业单位，企业很少。职务须有对应级别的会计资格证书，在“专业技术资格”里填。',
      source: '指引 3.4 第 4、5 条',
      options: APPOINTED_TITLE,
      required: true,
      suggest: none,
      excluded: 'none',
      when: inUnit,
    },
    appointmentDate: {
      kind: 'day',
      label: '聘任时间',
      hint: '照聘书填写，不能早于对应会计资格的取得时间。',
      source: '指引 3.4 第 4 条',
      range: 'past',
      required: true,
      when: appointed,
    },
    appointmentFile: {
      kind: 'picture',
      label: '聘书或聘任文件照片',
      required: true,
      when: appointed,
    },
    abacusLevel: {
      kind: 'choice',
      look: 'select',
      label: '珠算等级',
      hint: '没有证书的选“无”。',
      source: '指引 3.4 第 6 条',
      options: ABACUS_LEVEL,
      required: true,
      suggest: none,
    },
    abacusCertNo: number(
      '珠算等级证书编号',
      'abacusLevel',
      ABACUS_LEVEL.map((o) => o.value).filter((v) => v !== 'none'),
    ),
    cpa: licence('注册会计师'),
    cpaCertNo: number('注册会计师证书编号', 'cpa', ['held']),
    taxAdviser: licence('税务师（原注册税务师）'),
    taxAdviserCertNo: number('税务师证书编号', 'taxAdviser', ['held']),
    appraiser: licence('资产评估师'),
    appraiserCertNo: number('资产评估师证书编号', 'appraiser', ['held']),
  },
  sections: [
    { title: '在岗状态', fields: ['postStatus'] },
    {
      title: '工作单位',
      fields: [
        'unitName',
        'uscc',
        'unitNature',
        'industry',
        'unitAddress',
        'unitPhone',
        'department',
        'accountingPost',
        'administrativePost',
      ],
    },
    { title: '从业时间', fields: ['accountingStartDate', 'accountingYears'] },
    { title: '职务', fields: ['appointedTitle', 'appointmentDate', 'appointmentFile'] },
    {
      title: '证书',
      fields: [
        'abacusLevel',
        'abacusCertNo',
        'cpa',
        'cpaCertNo',
        'taxAdviser',
        'taxAdviserCertNo',
        'appraiser',
        'appraiserCertNo',
      ],
    },
  ],
})
