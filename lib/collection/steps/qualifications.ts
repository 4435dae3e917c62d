import { LEVEL, OBTAIN_METHOD, SERIES } from '../codes/local.ts'
import { labelOf } from '../codes/option.ts'
import { defineList } from '../step.ts'

/** List 4.1 (guide 3.5.1, R33). */
export const qualifications = defineList({
  id: 'qualifications',
  title: '专业技术资格',
  holds: '会计、审计、经济、统计等资格证书',
  lead: '资格是考试或评审取得的，有证书；单位聘任的职务不在这里填。有几项填几项，初级、中级都要填。没有证书的，不用添加，直接继续。',
  source: '指引 3.5.1',
  entry: '资格',
  none: '没有添加专业技术资格',
  max: 20,
  nameOf: (a) => `${labelOf(SERIES, String(a.series ?? ''))} · ${labelOf(LEVEL, String(a.level ?? ''))}`,
  fields: {
    series: { kind: 'choice', look: 'radio', label: '资格类型', options: SERIES, required: true },
    level: { kind: 'choice', look: 'radio', label: '资格级别', options: LEVEL, required: true },
    qualificationName: { kind: 'text', label: '资格名称', hint: '例如 会计师。', max: 60, width: 'medium' },
    obtainMethod: {
      kind: 'choice',
      look: 'radio',
      label: '取得方式',
      options: OBTAIN_METHOD,
      required: true,
    },
    obtainDate: {
      kind: 'day',
      label: '取得时间',
      hint: '照证书上的批准日期填写。',
      range: 'past',
      required: true,
    },
    certNo: {
      kind: 'text',
      label: '证书编号或批文号',
      max: 60,
      mono: true,
      width: 'long',
      required: true,
    },
    issuer: { kind: 'text', label: '发证机关', max: 60, required: true },
    file: {
      kind: 'picture',
      label: '资格证书照片',
      hint: '系统会自动压到 80 kB 以内。',
      source: '指引 1.3',
      required: true,
    },
    file2: { kind: 'picture', label: '资格证书照片（第 2 张）' },
    file3: { kind: 'picture', label: '资格证书照片（第 3 张）' },
  },
  sections: [
    {
      title: '资格信息',
      fields: ['series', 'level', 'qualificationName', 'obtainMethod', 'obtainDate', 'certNo', 'issuer'],
    },
    { title: '证书照片', fields: ['file', 'file2', 'file3'] },
  ],
})
