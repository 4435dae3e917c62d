import { expect, it } from 'vitest'
import { RETURN_REASONS } from './codes/reasons.ts'
import { REASON_FIELDS, readReasonInput } from './reason-input.ts'

const TYPED = { title: '照片过期', text: '请换近期照片。' }
const read = (typed: Record<string, string>, code?: string) =>
  readReasonInput(Object.entries({ ...TYPED, ...typed }), code)

it.each([
  ['what is right', {}, undefined, []],
  ['a name of one sign', { title: '照' }, undefined, ['title']],
  ['a name of two signs', { title: '照片' }, undefined, []],
  ['the longest name', { title: '名'.repeat(30) }, undefined, []],
  ['a name too long', { title: '名'.repeat(31) }, undefined, ['title']],
  ['a name of rare signs', { title: '𠮷'.repeat(30) }, undefined, []],
  ['no sentence', { text: ' ' }, undefined, ['text']],
  ['no sentence of the free one', { text: '' }, 'RR99', []],
  ['no sentence of another', { text: '' }, 'RR01', ['text']],
  ['the longest sentence', { text: '字'.repeat(300) }, undefined, []],
  ['a sentence too long', { text: '字'.repeat(301) }, undefined, ['text']],
  ['placeholders', { text: '{字段}：{所填}，{办理单位}{电话}' }, undefined, []],
  ['a placeholder that is not ours', { text: '{姓名}您好' }, undefined, ['text']],
  ['nothing', { title: '', text: '' }, undefined, ['title', 'text']],
] as const)('%s', (_, typed, code, wrong) => {
  expect(read(typed, code).errors.map((error) => error.name)).toEqual(wrong)
})

it('keeps known fields once, in the order of the journey', () => {
  const pairs = [
    ['title', '照片过期'],
    ['text', '换'],
    ...['qualifications.file', 'personal.photo', 'personal.photo', 'personal.toString', 'x'].map(
      (key) => ['fields', key] as const,
    ),
  ] as const
  expect(readReasonInput(pairs).input.fields).toEqual(['personal.photo', 'qualifications.file'])
})

it('knows every field that the shipped reasons concern', () => {
  const keys = REASON_FIELDS.flatMap(({ fields }) => fields.map(({ key }) => key))
  for (const { fields } of RETURN_REASONS) for (const key of fields) expect(keys).toContain(key)
})
