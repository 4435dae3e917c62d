import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Facts, Field } from '../field.ts'
import { controlsOf, fieldText, readField, writeField } from './index.ts'

const facts: Facts = {
  today: '2026-07-01',
  person: { name: '李晓明', idType: '111', idNumber: '410105199203159973', mobile: '13800000001' },
  scope: {},
  offices: [],
}
const read = (field: Field, posted: Record<string, string | string[]>) =>
  readField(field, 'f', (control) => [posted[control] ?? []].flat(), facts)

const month: Field = { kind: 'month', label: '毕业时间', range: 'past' }
const day: Field = { kind: 'day', label: '取得时间', range: 'past' }
const years: Field = { kind: 'integer', label: '会计从事年限', min: 0, max: 90, unit: '年' }
const options = [
  { value: 'a', label: '甲' },
  { value: 'b', label: '乙' },
  { value: 'c', label: '丙' },
]

describe('months', () => {
  it.each([
    ['2012', '7', '2012-07'],
    ['2012', '07', '2012-07'],
    ['２０１２', '７', '2012-07'],
    ['2012年', '7月', '2012-07'],
    ['2012年7月', '', '2012-07'],
    ['2012.7', '', '2012-07'],
    ['2012-07', '', '2012-07'],
    ['2012/7', '', '2012-07'],
    ['20120701', '', '2012-07'],
    ['2026', '7', '2026-07'],
  ])('%s %s is %s', (year, m, value) => {
    expect(read(month, { 'f.year': year, 'f.month': m })).toEqual({ value })
  })

  it.each([
    ['2012', '', '没有填完整'],
    ['', '7', '没有填完整'],
    ['2012', '13', '“13”'],
    ['2012', '0', '1 至 12'],
    ['12', '7', '“12”'],
    ['1899', '7', '1900'],
    ['abc', 'x', '“abc”'],
    ['2026', '8', '不晚于今天'],
  ])('%s %s is refused: %s', (year, m, words) => {
    expect(read(month, { 'f.year': year, 'f.month': m }).message).toContain(words)
  })

  it('empty is nothing, not an error', () => {
    expect(read(month, { 'f.year': ' ', 'f.month': '' })).toEqual({})
  })
})

describe('days', () => {
  it.each([
    ['2024', '2', '29', '2024-02-29'],
    ['20240229', '', '', '2024-02-29'],
    ['2024年2月29日', '', '', '2024-02-29'],
    ['2026', '7', '1', '2026-07-01'],
  ])('%s %s %s is %s', (year, m, d, value) => {
    expect(read(day, { 'f.year': year, 'f.month': m, 'f.day': d })).toEqual({ value })
  })

  it.each([
    ['2023', '2', '29', '1 至 28'],
    ['2024', '4', '31', '1 至 30'],
    ['2026', '7', '2', '不晚于今天'],
    ['2024', '4', '', '没有填完整'],
  ])('%s %s %s is refused: %s', (year, m, d, words) => {
    expect(read(day, { 'f.year': year, 'f.month': m, 'f.day': d }).message).toContain(words)
  })
})

describe('whole numbers (case 54)', () => {
  it.each([
    ['0', 0],
    ['10', 10],
    ['10 年', 10],
    ['１０', 10],
  ])('%s is %i', (typed, value) => {
    expect(read(years, { f: typed })).toEqual({ value })
  })
  it.each(['-1', '2.5', '91', 'x', '1e1'])('%s is refused with what was typed', (typed) => {
    expect(read(years, { f: typed }).message).toContain(`“${typed}”`)
  })
})

describe('texts count code points', () => {
  const note: Field = { kind: 'note', label: '备注内容', max: 500 }
  it('500 rare characters pass, 501 do not', () => {
    expect(read(note, { f: '𠮷'.repeat(500) }).value).toBe('𠮷'.repeat(500))
    expect(read(note, { f: '𠮷'.repeat(501) }).message).toContain('现在是 501 个字，请删去 1 个字')
  })
})

describe('choices', () => {
  it('one code of the table, no other', () => {
    const field: Field = { kind: 'choice', look: 'radio', label: '类型', options }
    expect(read(field, { f: 'b' })).toEqual({ value: 'b' })
    expect(read(field, { f: 'x' }).message).toContain('类型')
    expect(read(field, {})).toEqual({})
  })
  it('several, in the order of the table', () => {
    const field: Field = { kind: 'choices', label: '岗位', options }
    expect(read(field, { f: ['c', 'a', 'a'] })).toEqual({ value: ['a', 'c'] })
    expect(read(field, { f: ['a', 'x'] }).message).toContain('岗位')
    expect(fieldText(field, ['a', 'c'], facts)).toBe('甲、丙')
  })
})

describe('writing and reading are inverse', () => {
  it('for months and days', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1950-01-01'), max: new Date('2026-06-30'), noInvalidDate: true }),
        (date) => {
          const value = date.toISOString().slice(0, 10)
          expect(read(day, writeField(day, 'f', value))).toEqual({ value })
          expect(read(month, writeField(month, 'f', value.slice(0, 7)))).toEqual({ value: value.slice(0, 7) })
          expect(Object.keys(writeField(day, 'f', value))).toEqual(controlsOf(day, 'f'))
        },
      ),
      { seed: 9, numRuns: 200 },
    )
  })
})
