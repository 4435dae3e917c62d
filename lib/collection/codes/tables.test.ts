import { describe, expect, it } from 'vitest'
import { partOf } from '../steps/index.ts'
import * as local from './local.ts'
import * as national from './national.ts'
import { labelOf, type Option } from './option.ts'
import { RETURN_REASONS } from './reasons.ts'

const natures = local.UNIT_NATURE_GROUPS.flatMap((group) => group.options)
const values = (options: readonly Option[]) => options.map(({ value }) => value)

const tables = [...Object.entries(national), ...Object.entries(local)].filter(
  (entry): entry is [string, readonly Option[]] =>
    Array.isArray(entry[1]) && entry[0] !== 'UNIT_NATURE_GROUPS',
)

describe('code tables', () => {
  it.each([...tables, ['UNIT_NATURE', natures] as [string, readonly Option[]]])(
    '%s has unique codes and labels',
    (_, options) => {
      expect(new Set(values(options)).size).toBe(options.length)
      expect(options.filter(({ value, label }) => value === '' || label === '')).toEqual([])
    },
  )

  it.each([
    ['EDUCATION', national.EDUCATION, '11 14 17 21 31 41 44 47 61 70'],
    ['PT_EDUCATION', national.PT_EDUCATION, '00 11 14 17 21 31 41 44 47 61 70'],
    ['DEGREE', national.DEGREE, '0 1 2 3 4'],
    ['SEX', national.SEX, '1 2'],
    ['INDUSTRY', national.INDUSTRY, 'A B C D E F G H I J K L M N O P Q R S T'],
    ['ID_TYPE', national.ID_TYPE, '111 414 511 516 553'],
    [
      'unitNature',
      natures,
      'government association soe collective private foreign company institution agency firm village other',
    ],
    ['abacus', local.ABACUS_LEVEL.slice(0, 3), 'none ordinary6 ordinary5'],
    ['penalty', local.PENALTY_KIND, 'warning fine confiscation ban5 banForever discipline other'],
  ])('%s holds the values of the contract', (_, options, codes) => {
    expect(values(options)).toEqual(codes.split(' '))
  })

  it('begin in Henan with its most frequent ethnic groups and hold all 56', () => {
    expect(values(national.ETHNICITY).slice(0, 4)).toEqual(['01', '03', '11', '02'])
    expect(values(national.ETHNICITY).filter((code) => Number(code) <= 56)).toHaveLength(56)
  })

  it.each([
    [local.ABACUS_LEVEL, 'ordinary6', '普通六级'],
    [local.ABACUS_LEVEL, 'expert1', '能手一级'],
    [natures, 'soe', '企业（国有）'],
    [national.PT_EDUCATION, '00', '无学历'],
    [national.EDUCATION, '99', '99'],
  ])('label of a code', (options, value, label) => {
    expect(labelOf(options, value)).toBe(label)
  })
})

describe('return reasons (domain section 5)', () => {
  it('are RR01 to RR16 and RR99', () => {
    const numbered = Array.from({ length: 16 }, (_, at) => `RR${String(at + 1).padStart(2, '0')}`)
    expect(RETURN_REASONS.map(({ code }) => code)).toEqual([...numbered, 'RR99'])
  })

  it('say how to mend, and concern fields that exist', () => {
    for (const { code, template, fields } of RETURN_REASONS) {
      expect(template === '', code).toBe(code === 'RR99')
      for (const key of fields) {
        const [part = '', field = ''] = key.split('.')
        expect(Object.keys(partOf(part as Parameters<typeof partOf>[0]).fields), key).toContain(field)
      }
    }
  })
})
