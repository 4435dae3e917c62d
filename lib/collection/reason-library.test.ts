import { describe, expect, it } from 'vitest'
import {
  fillPlaceholders,
  newestReasons,
  offeredReasons,
  type ReasonVersion,
  reasonTitleOf,
  unknownPlaceholders,
} from './reason-library.ts'

const day = (d: number) => new Date(Date.UTC(2026, 0, d))
const version = (code: string, n: number, more: Partial<ReasonVersion> = {}): ReasonVersion => ({
  officeId: '',
  code,
  version: n,
  title: `${code} v${n}`,
  text: '',
  fields: [],
  createdAt: day(n),
  retiredAt: undefined,
  ...more,
})

const LIBRARY = [
  version('RR99', 1),
  version('RR02', 1),
  version('RR01', 1),
  version('RR01', 3),
  version('RR03', 1, { retiredAt: day(2) }),
  version('OW01', 2, { officeId: '410105' }),
]

describe('the library of reasons', () => {
  it('offers the newest of each: the province’s, the office’s, the free one last', () => {
    expect(offeredReasons(LIBRARY).map((r) => r.title)).toEqual(['RR01 v3', 'RR02 v1', 'OW01 v2', 'RR99 v1'])
    expect(newestReasons(LIBRARY).map((r) => r.code)).toContain('RR03')
  })

  it.each([
    ['before the first version', 'RR01', day(0), 'RR01 v1'],
    ['on the first', 'RR01', day(1), 'RR01 v1'],
    ['before the second', 'RR01', new Date(day(3).getTime() - 1), 'RR01 v1'],
    ['from the second on', 'RR01', day(3), 'RR01 v3'],
    ['of a retired one', 'RR03', day(9), 'RR03 v1'],
    ['of its own office', 'OW01', day(9), 'OW01 v2'],
    ['of nothing we know', 'RR77', day(9), 'RR77'],
  ])('says what a decision said: %s', (_, code, decidedAt, title) => {
    expect(reasonTitleOf(LIBRARY, { officeId: '410105', decidedAt }, code)).toBe(title)
  })

  it('does not lend an office the words of another', () => {
    expect(reasonTitleOf(LIBRARY, { officeId: '411302', decidedAt: day(9) }, 'OW01')).toBe('OW01')
  })
})

describe('placeholders', () => {
  it.each([
    [
      '“{字段}”看不清，请致电{电话}。',
      { 字段: '学历证书', 电话: '0371-00410105' },
      '“学历证书”看不清，请致电0371-00410105。',
    ],
    ['您填的是{ 所填 }', {}, '您填的是'],
    ['全角｛字段｝也行', { 字段: '照片' }, '全角照片也行'],
    ['{别的}留着', { 字段: '照片' }, '{别的}留着'],
    ['{toString}', {}, '{toString}'],
    ['$&与$1不变{字段}', { 字段: '$&' }, '$&与$1不变$&'],
  ])('%s', (text, values, filled) => {
    expect(fillPlaceholders(text, values)).toBe(filled)
  })

  it.each([
    ['没有', []],
    ['{字段}{所填}{办理单位}{电话}', []],
    ['{姓名}和{姓名}、{constructor}、{}', ['姓名', 'constructor', '']],
  ])('that are not ours: %s', (text, names) => {
    expect(unknownPlaceholders(text)).toEqual(names)
  })
})
