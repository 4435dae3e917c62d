import { PROOF_KIND } from '../codes/local.ts'
import { DEGREE, EDUCATION, PT_EDUCATION } from '../codes/national.ts'
import type { Answers, Condition } from '../field.ts'
import { defineStep } from '../step.ts'

/** From 中专 up: school, major, graduation and proof are asked (R24, D9). */
const WITH_PROOF = ['11', '14', '17', '21', '31', '41', '44', '47'] as const
/** From 大学本科 up: the degree is asked. */
const WITH_DEGREE = ['11', '14', '17', '21'] as const
/** The degree code that says there is none. */
const NO_DEGREE = '0'

const proven = (field: string): readonly Condition[] => [{ field, in: WITH_PROOF }]
const graduate = (field: string): readonly Condition[] => [{ field, in: WITH_DEGREE }]
const degreeHeld = (field: string) => (answers: Answers) =>
  answers[field] !== undefined && answers[field] !== NO_DEGREE

const asOnDiploma = '照毕业证书上的校名填写，不用简称。'
const graduated = '须晚于入学时间，不晚于本月。'
const lost = {
  question: '证书丢失怎么办',
  answer:
    '可以上传学信网的查询截图，或者档案里毕业生登记表的照片，并在“证明类型”里选对应的一项。两样都没有的，学历只能填高中或初中及以下。',
  source: '指引 3.3 第 3 条',
} as const

/** Step 2 (guide 3.3): the same block for full-time (ft) and part-time (pt) education. */
export const education = defineStep({
  id: 'education',
  title: '学历信息',
  holds: '全日制学历、非全日制学历、学历和学位证书照片',
  source: '指引 3.3',
  fields: {
    ftEducation: {
      kind: 'choice',
      look: 'radio',
      label: '全日制最高学历',
      hint: '只填已经取得的学历，没有拿到毕业证的不算。',
      source: '指引 3.3 第 1 条',
      options: EDUCATION,
      required: true,
    },
    ftSchool: {
      kind: 'text',
      label: '毕业院校',
      hint: asOnDiploma,
      max: 60,
      required: true,
      when: proven('ftEducation'),
    },
    ftMajor: {
      kind: 'text',
      label: '所学专业',
      hint: '证书上没有专业的，填“其他”。',
      max: 60,
      width: 'medium',
      required: true,
      when: proven('ftEducation'),
    },
    ftEnrollDate: { kind: 'month', label: '入学时间', range: 'past', when: proven('ftEducation') },
    ftGradDate: {
      kind: 'month',
      label: '毕业时间',
      hint: `照毕业证书的落款填写，例如 2012 年 7 月。${graduated}`,
      source: '指引 3.3 第 1 条',
      range: 'any',
      required: true,
      when: proven('ftEducation'),
    },
    ftEducationCertNo: {
      kind: 'text',
      label: '学历证书编号',
      hint: '一般为 17 或 18 位，可以粘贴。',
      max: 40,
      mono: true,
      width: 'long',
      when: proven('ftEducation'),
    },
    ftDegree: {
      kind: 'choice',
      look: 'radio',
      label: '最高学位',
      options: DEGREE,
      required: true,
      when: graduate('ftEducation'),
    },
    ftDegreeCertNo: {
      kind: 'text',
      label: '学位证书编号',
      hint: '一般为 16 位。',
      max: 40,
      mono: true,
      width: 'long',
      when: graduate('ftEducation'),
    },
    ftProofKind: {
      kind: 'choice',
      look: 'radio',
      label: '学历证明类型',
      options: PROOF_KIND,
      required: true,
      when: proven('ftEducation'),
    },
    ftEducationFile: {
      kind: 'picture',
      label: '学历证书照片',
      hint: '宽不少于 700 像素，高不少于 500 像素；系统会自动压到 150 kB 以内。',
      source: '指引 1.3',
      required: true,
      when: proven('ftEducation'),
    },
    ftEducationFile2: { kind: 'picture', label: '学历证明补充页', when: proven('ftEducation') },
    ftDegreeFile: {
      kind: 'picture',
      label: '学位证书照片',
      required: degreeHeld('ftDegree'),
      when: graduate('ftEducation'),
    },
    ptEducation: {
      kind: 'choice',
      look: 'radio',
      label: '非全日制最高学历',
      hint: '自考、函授、成人教育、网络教育等。没有的选“无学历”。',
      source: '指引 3.3 第 2 条',
      options: PT_EDUCATION,
      required: true,
    },
    ptSchool: {
      kind: 'text',
      label: '毕业院校（非全日制）',
      hint: asOnDiploma,
      max: 60,
      required: true,
      when: proven('ptEducation'),
    },
    ptMajor: {
      kind: 'text',
      label: '所学专业（非全日制）',
      max: 60,
      width: 'medium',
      required: true,
      when: proven('ptEducation'),
    },
    ptEnrollDate: {
      kind: 'month',
      label: '入学时间（非全日制）',
      range: 'past',
      when: proven('ptEducation'),
    },
    ptGradDate: {
      kind: 'month',
      label: '毕业时间（非全日制）',
      hint: graduated,
      source: '指引 3.3 第 1 条',
      range: 'any',
      required: true,
      when: proven('ptEducation'),
    },
    ptEducationCertNo: {
      kind: 'text',
      label: '学历证书编号（非全日制）',
      max: 40,
      mono: true,
      width: 'long',
      when: proven('ptEducation'),
    },
    ptDegree: {
      kind: 'choice',
      look: 'radio',
      label: '最高学位（非全日制）',
      options: DEGREE,
      required: true,
      when: graduate('ptEducation'),
    },
    ptDegreeCertNo: {
      kind: 'text',
      label: '学位证书编号（非全日制）',
      max: 40,
      mono: true,
      width: 'long',
      when: graduate('ptEducation'),
    },
    ptProofKind: {
      kind: 'choice',
      look: 'radio',
      label: '学历证明类型（非全日制）',
      options: PROOF_KIND,
      required: true,
      when: proven('ptEducation'),
    },
    ptEducationFile: {
      kind: 'picture',
      label: '学历证书照片（非全日制）',
      required: true,
      when: proven('ptEducation'),
    },
    ptEducationFile2: { kind: 'picture', label: '学历证明补充页（非全日制）', when: proven('ptEducation') },
    ptDegreeFile: {
      kind: 'picture',
      label: '学位证书照片（非全日制）',
      required: degreeHeld('ptDegree'),
      when: graduate('ptEducation'),
    },
  },
  sections: [
    {
      title: '全日制教育',
      fields: [
        'ftEducation',
        'ftSchool',
        'ftMajor',
        'ftEnrollDate',
        'ftGradDate',
        'ftEducationCertNo',
        'ftDegree',
        'ftDegreeCertNo',
        'ftProofKind',
        'ftEducationFile',
        'ftEducationFile2',
        'ftDegreeFile',
      ],
      help: lost,
    },
    {
      title: '非全日制教育',
      fields: [
        'ptEducation',
        'ptSchool',
        'ptMajor',
        'ptEnrollDate',
        'ptGradDate',
        'ptEducationCertNo',
        'ptDegree',
        'ptDegreeCertNo',
        'ptProofKind',
        'ptEducationFile',
        'ptEducationFile2',
        'ptDegreeFile',
      ],
    },
  ],
})
