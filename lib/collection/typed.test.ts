import { describe, expect, it } from 'vitest'
import { noName, tooLong, typedValue, typedValues } from './typed.ts'

describe('what was typed', () => {
  const PAIRS = [
    ['title', ' 甲 '],
    ['fields', 'a'],
    ['title', '乙'],
    ['fields', ' b'],
  ] as const

  it('is the first value without blanks, or every one as it was sent', () => {
    expect(typedValue(PAIRS, 'title')).toBe('甲')
    expect(typedValue(PAIRS, 'text')).toBe('')
    expect(typedValues(PAIRS, 'fields')).toEqual(['a', ' b'])
    expect(typedValues(PAIRS, 'text')).toEqual([])
  })

  it.each([
    ['', 0],
    ['一二三', 0],
    ['𠮷𠮷𠮷', 0],
    ['一二三四', 1],
  ])('%s against a limit of three', (text, wrong) => {
    expect(tooLong('text', text, 3)).toHaveLength(wrong)
  })

  it.each([
    ['', 1],
    ['𠮷', 1],
    ['一二', 0],
    ['𠮷𠮷𠮷', 0],
    ['一二三四', 1],
  ])('%s as a name of at most three', (text, wrong) => {
    expect(noName('name', '名称', text, 3)).toHaveLength(wrong)
  })

  it('is told with its length', () => {
    expect(tooLong('text', '一二三四', 3)).toEqual([{ name: 'text', text: '最多 3 字，现在 4 字，请缩短' }])
    expect(noName('name', '姓名', '一', 3)).toEqual([
      { name: 'name', text: '姓名须是 2 至 3 字，您填了 1 字' },
    ])
  })
})
