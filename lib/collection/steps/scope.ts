import { divisionGroups, divisionName } from '../codes/divisions.ts'
import { APPLICANT_CATEGORY, TARGET_EXAM, YES_NO } from '../codes/local.ts'
import type { Option } from '../codes/option.ts'
import { defineStep } from '../step.ts'

/** The place for people whose county is not in Henan: it leads out of the wizard (D4). */
export const OUTSIDE = 'other'

const outside: Option = { value: OUTSIDE, label: '河南省外' }
const groups = [...divisionGroups(), { label: '其他', options: [outside] }]

/** Step 0b: who the person is and which county collects (D4, R3–R6). */
export const scope = defineStep({
  id: 'scope',
  title: '采集身份与采集地',
  holds: '采集身份、采集地、受理财政部门',
  lead: '先确定由哪个县（区、市）采集，再填写其他内容。',
  source: '指引 1.1',
  fields: {
    applicantCategory: {
      kind: 'choice',
      look: 'radio',
      label: '采集身份',
      options: APPLICANT_CATEGORY,
      required: true,
    },
    hasQualification: {
      kind: 'choice',
      look: 'radio',
      label: '是否具有会计专业技术资格',
      question: '您有考试或评审取得的会计资格证书吗',
      hint: '指初级、中级、高级、正高级会计资格，例如考试合格后领到的“会计师（中级）”证书。只是被单位聘任、没有证书的，选“否”。',
      source: '指引 1.1',
      options: YES_NO,
      required: true,
    },
    hasWorkExperience: {
      kind: 'choice',
      look: 'radio',
      label: '是否有会计工作经历',
      hint: '勤工俭学、实习不算会计工作经历。',
      source: '指引 1.1',
      options: YES_NO,
      required: true,
      when: [{ field: 'applicantCategory', in: ['student'] }],
    },
    collectionDivisionCode: {
      kind: 'choice',
      look: 'select',
      label: '采集地（县、区、市）',
      hint: '在职的选工作单位所在地；不在职的选实际居住地，不是户籍地；在校生选学校所在地。',
      source: '指引 1.1',
      options: groups.flatMap((g) => g.options),
      groups,
      reads: (code) => (code === OUTSIDE ? outside.label : divisionName(code)),
      required: true,
    },
    officeId: {
      kind: 'choice',
      look: 'radio',
      label: '受理财政部门',
      options: (facts) => facts.offices,
      asked: (facts) => facts.offices.length > 1,
      required: true,
    },
    residenceAddress: {
      kind: 'text',
      label: '实际居住地详细地址',
      hint: '写到小区或村、门牌号。',
      max: 100,
      required: true,
      autoComplete: 'street-address',
      when: [{ field: 'applicantCategory', in: ['unemployed'] }],
    },
    schoolName: {
      kind: 'text',
      label: '就读学校',
      hint: '写学校全称。',
      max: 60,
      required: true,
      when: [{ field: 'applicantCategory', in: ['student'] }],
    },
    expectedGraduation: {
      kind: 'month',
      label: '预计毕业时间',
      range: 'any',
      when: [{ field: 'applicantCategory', in: ['student'] }],
    },
    targetExam: {
      kind: 'choice',
      look: 'radio',
      label: '近期打算报考',
      hint: '在河南报考中级、高级会计资格考试的，须提前完成信息采集。',
      source: '指引 1.1',
      options: TARGET_EXAM,
    },
  },
  sections: [
    { title: '采集身份', fields: ['applicantCategory', 'hasQualification', 'hasWorkExperience'] },
    {
      title: '采集地',
      fields: ['collectionDivisionCode', 'officeId', 'residenceAddress', 'schoolName', 'expectedGraduation'],
    },
    { title: '考试', fields: ['targetExam'] },
  ],
})
