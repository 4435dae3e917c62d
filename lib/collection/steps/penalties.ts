import { PENALTY_KIND } from '../codes/local.ts'
import { labelOf } from '../codes/option.ts'
import { defineList } from '../step.ts'

/** List 4.4 信用—失信 (guide 3.5.4, R37). */
export const penalties = defineList({
  id: 'penalties',
  title: '信用信息：失信',
  holds: '受到的处罚、惩戒',
  lead: '因会计工作受到处罚、惩戒的如实填写；没有的直接继续。',
  source: '指引 3.5.4',
  entry: '失信信息',
  none: '没有添加失信信息',
  max: 20,
  nameOf: (a) => labelOf(PENALTY_KIND, String(a.kind ?? '')),
  fields: {
    kind: { kind: 'choice', look: 'radio', label: '处罚种类', options: PENALTY_KIND, required: true },
    legalBasis: { kind: 'text', label: '处罚依据', max: 200 },
    authority: { kind: 'text', label: '决定机关', max: 60, required: true },
    decisionDate: { kind: 'day', label: '决定日期', range: 'past', required: true },
    docNo: { kind: 'text', label: '决定书文号', max: 60, width: 'medium' },
    endDate: {
      kind: 'day',
      label: '期满日期',
      hint: '有期限的填写，不能早于决定日期。',
      source: '指引 3.5.4',
      range: 'any',
    },
    remark: { kind: 'note', label: '说明', max: 500 },
    file: { kind: 'picture', label: '决定书照片' },
    file2: { kind: 'picture', label: '决定书照片（第 2 张）' },
    file3: { kind: 'picture', label: '决定书照片（第 3 张）' },
  },
  sections: [
    {
      title: '处罚信息',
      fields: ['kind', 'legalBasis', 'authority', 'decisionDate', 'docNo', 'endDate', 'remark'],
    },
    { title: '证明照片', fields: ['file', 'file2', 'file3'] },
  ],
})
