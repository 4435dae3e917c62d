import { HONOUR_GRADE } from '../codes/local.ts'
import { defineList } from '../step.ts'

/** List 4.3 信用—守信 (guide 3.5.3, R36). */
export const honours = defineList({
  id: 'honours',
  title: '信用信息：守信',
  holds: '受到的表彰、奖励',
  lead: '因会计工作受到表彰、奖励的填写；没有的直接继续。',
  source: '指引 3.5.3',
  entry: '守信信息',
  none: '没有添加守信信息',
  max: 20,
  nameOf: (a) => String(a.title ?? ''),
  fields: {
    title: { kind: 'text', label: '奖励名称', max: 100, required: true },
    grade: { kind: 'choice', look: 'radio', label: '奖励级别', options: HONOUR_GRADE, required: true },
    awardDate: { kind: 'day', label: '授予时间', range: 'past', required: true },
    awardingBody: { kind: 'text', label: '授予单位', max: 60, required: true },
    docNo: { kind: 'text', label: '文号', max: 60, width: 'medium' },
    file: { kind: 'picture', label: '证书或文件照片' },
    file2: { kind: 'picture', label: '证书或文件照片（第 2 张）' },
    file3: { kind: 'picture', label: '证书或文件照片（第 3 张）' },
  },
  sections: [
    { title: '奖励信息', fields: ['title', 'grade', 'awardDate', 'awardingBody', 'docNo'] },
    { title: '证明照片', fields: ['file', 'file2', 'file3'] },
  ],
})
