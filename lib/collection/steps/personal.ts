import { readIdNumber } from '../checks/id-number.ts'
import { ETHNICITY, ID_TYPE, POLITICAL_STATUS, SEX } from '../codes/national.ts'
import type { Facts } from '../field.ts'
import { defineStep } from '../step.ts'

const RESIDENT_CARD = '111'
const fromCard = (facts: Facts) =>
  facts.person.idType === RESIDENT_CARD ? readIdNumber(facts.person.idNumber) : undefined

/** Step 1 (guide 3.2): identity comes from registration and is not editable (R16). */
export const personal = defineStep({
  id: 'personal',
  title: '个人信息',
  holds: '姓名、民族、政治面貌、证件照',
  source: '指引 3.2',
  fields: {
    name: {
      kind: 'text',
      label: '姓名',
      max: 50,
      derive: (facts) => facts.person.name,
    },
    idType: {
      kind: 'choice',
      look: 'select',
      label: '身份证件类型',
      options: ID_TYPE,
      derive: (facts) => facts.person.idType,
    },
    idNumber: {
      kind: 'text',
      label: '证件号码',
      max: 30,
      mono: true,
      mask: 'idNumber',
      derive: (facts) => facts.person.idNumber,
    },
    mobile: {
      kind: 'text',
      label: '手机号',
      max: 20,
      mono: true,
      mask: 'mobile',
      derive: (facts) => facts.person.mobile,
    },
    sex: {
      kind: 'choice',
      look: 'radio',
      label: '性别',
      options: SEX,
      required: true,
      derive: (facts) => fromCard(facts)?.sex,
    },
    birthDate: {
      kind: 'day',
      label: '出生日期',
      range: 'past',
      required: true,
      derive: (facts) => fromCard(facts)?.birthDate,
    },
    ethnicity: {
      kind: 'choice',
      look: 'select',
      label: '民族',
      options: ETHNICITY,
      required: true,
    },
    politicalStatus: {
      kind: 'choice',
      look: 'select',
      label: '政治面貌',
      options: POLITICAL_STATUS,
      required: true,
    },
    email: {
      kind: 'text',
      label: '电子邮箱',
      max: 100,
      inputMode: 'email',
      autoComplete: 'email',
      width: 'long',
      pattern: /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/u,
      patternMessage: '电子邮箱的格式不对，应写成 name@example.com 这样',
    },
    postalAddress: {
      kind: 'text',
      label: '通讯地址',
      max: 100,
      autoComplete: 'street-address',
    },
    photo: {
      kind: 'picture',
      label: '证件照',
      hint: '近期白底标准证件照，宽不少于 295 像素，高不少于 413 像素，JPG 或 PNG。',
      source: '指引 1.3、3.2',
      required: true,
    },
  },
  sections: [
    {
      title: '身份信息',
      note: '来自统一身份认证平台，不能在这里修改。有误的，请到河南政务服务网更正后重新登录。',
      fields: ['name', 'idType', 'idNumber', 'mobile', 'sex', 'birthDate'],
    },
    { title: '基本情况', fields: ['ethnicity', 'politicalStatus', 'email', 'postalAddress'] },
    { title: '照片', fields: ['photo'] },
  ],
})
