import { describe, expect, it } from 'vitest'
import type { Row, RowGroup } from '#lib/collection/present'
import { compare } from './compared.ts'

const rows = (prefix: string, texts: Readonly<Record<string, string>>): Row[] =>
  Object.entries(texts).map(([field, text]) => ({ key: `${prefix}.${field}`, field, label: field, text }))
const work = (texts: Readonly<Record<string, string>>): RowGroup => ({
  part: 'employment',
  title: '工作',
  rows: rows('employment', texts),
})
const honour = (item: string, texts: Readonly<Record<string, string>>): RowGroup => ({
  part: 'honours',
  item,
  title: '守信：示例',
  rows: rows(`honours.${item}`, texts),
})
const says = (...keys: string[]) => keys.map((key) => ({ key }))

const THEN = [
  work({ unit: '甲', post: '出纳' }),
  honour('e1', { title: '奖', body: '局' }),
  honour('e2', { title: '二' }),
]
const told = (after: readonly RowGroup[], ...keys: string[]) => {
  const { changes, untouched } = compare(THEN, after, says(...keys))
  return {
    changes: changes.map(({ change, said, asked, entry }) => [
      change.key,
      said.map(({ key }) => key),
      asked,
      entry,
    ]),
    untouched: untouched.map(({ key }) => key),
  }
}

describe('two rounds and what had been asked', () => {
  it('a comment stands at its change; who was not asked changed by themselves', () => {
    const after = [work({ unit: '乙', post: '稽核' }), ...THEN.slice(1)]
    expect(told(after, 'employment.unit', 'honours.e2.title')).toEqual({
      changes: [
        ['employment.unit', ['employment.unit'], true, undefined],
        ['employment.post', [], false, undefined],
      ],
      untouched: ['honours.e2.title'],
    })
  })

  it('a comment on an entry stands at its first change, and covers the others', () => {
    const after = [
      work({ unit: '甲', post: '出纳' }),
      honour('e1', { title: '奖项', body: '省厅' }),
      honour('e2', { title: '贰' }),
    ]
    expect(told(after, 'honours.e1', 'honours.e1.body')).toEqual({
      changes: [
        ['honours.e1.title', ['honours.e1'], true, 'honours.e1'],
        ['honours.e1.body', ['honours.e1.body'], true, undefined],
        ['honours.e2.title', [], false, 'honours.e2'],
      ],
      untouched: [],
    })
  })

  it('an entry that is gone was touched; one in which nothing changed was not', () => {
    const after = THEN.slice(0, 2)
    expect(told(after, 'honours.e1', 'honours.e2')).toEqual({
      changes: [['honours.e2.title', ['honours.e2'], true, 'honours.e2']],
      untouched: ['honours.e1'],
    })
  })
})
