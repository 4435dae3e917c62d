import { defineList } from '../step.ts'

/** List 4.5 备注 (guide 3.5.5, R38). */
export const remarks = defineList({
  id: 'remarks',
  title: '备注',
  holds: '改过名、单位已注销等需要说明的情况',
  lead: '有需要向审核人员说明的情况，写在这里；没有的直接继续。',
  source: '指引 3.5.5',
  entry: '备注',
  none: '没有添加备注',
  max: 10,
  nameOf: (a) => {
    const text = String(a.text ?? '')
    return [...text].length > 20 ? `${[...text].slice(0, 20).join('')}…` : text
  },
  fields: {
    text: { kind: 'note', label: '备注内容', hint: '最多 500 个字。', max: 500, required: true },
    file: { kind: 'picture', label: '附图' },
    file2: { kind: 'picture', label: '附图（第 2 张）' },
    file3: { kind: 'picture', label: '附图（第 3 张）' },
  },
  sections: [
    { title: '说明', fields: ['text'] },
    { title: '附图', fields: ['file', 'file2', 'file3'] },
  ],
})
