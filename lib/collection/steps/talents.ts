import { LEADER_CATEGORY, LEADER_LEVEL, TALENT_TYPE } from '../codes/local.ts'
import { labelOf } from '../codes/option.ts'
import type { Answers } from '../field.ts'
import { defineList } from '../step.ts'

/** R34: an international talent may leave level and category empty; R35: everyone else fills both. */
const leader = (answers: Answers) =>
  answers.talentType !== undefined && answers.talentType !== 'international'

/** List 4.2 (guide 3.5.2). */
export const talents = defineList({
  id: 'talents',
  title: '高端人才',
  holds: '国际化高端会计人才、会计领军人才等',
  lead: '入选过国际化高端会计人才、会计领军人才等培养工程的填写；没有的直接继续。',
  source: '指引 3.5.2',
  entry: '高端人才信息',
  none: '没有添加高端人才信息',
  max: 10,
  nameOf: (a) => labelOf(TALENT_TYPE, String(a.talentType ?? '')),
  fields: {
    talentType: {
      kind: 'choice',
      look: 'radio',
      label: '高端会计人才类别',
      options: TALENT_TYPE,
      required: true,
    },
    leaderLevel: {
      kind: 'choice',
      look: 'radio',
      label: '会计领军人才级别',
      hint: '类别为“国际化高端会计人才”的可以不填，其他类别必填。',
      source: '指引 3.5.2',
      options: LEADER_LEVEL,
      required: leader,
    },
    leaderCategory: {
      kind: 'choice',
      look: 'radio',
      label: '会计领军人才类别',
      hint: '类别为“国际化高端会计人才”的可以不填，其他类别必填。',
      source: '指引 3.5.2',
      options: LEADER_CATEGORY,
      required: leader,
    },
    selectedDate: { kind: 'month', label: '入选时间', range: 'past', required: true },
    graduateDate: { kind: 'month', label: '结业时间', range: 'past' },
    certNo: { kind: 'text', label: '证书编号', max: 60, mono: true, width: 'long' },
    file: { kind: 'picture', label: '证明照片', required: true },
    file2: { kind: 'picture', label: '证明照片（第 2 张）' },
    file3: { kind: 'picture', label: '证明照片（第 3 张）' },
  },
  sections: [
    {
      title: '人才信息',
      fields: ['talentType', 'leaderLevel', 'leaderCategory', 'selectedDate', 'graduateDate', 'certNo'],
    },
    { title: '证明照片', fields: ['file', 'file2', 'file3'] },
  ],
})
