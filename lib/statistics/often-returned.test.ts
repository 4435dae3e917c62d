import { describe, expect, it } from 'vitest'
import { RETURN_REASONS } from '#lib/collection/codes/reasons'
import { present } from '#lib/collection/present'
import type { ReasonVersion } from '#lib/collection/reason-library'
import type { Dossier } from '#lib/collection/rule'
import { entriesOf, FACTS, pictureWith } from '#lib/collection/rules/testing'
import { LEAST_GIVEN, MOST_SHOWN, oftenReturned } from './often-returned.ts'

const OFFICE = '410105'
const library: ReasonVersion[] = RETURN_REASONS.map(({ code, text, template, fields }) => ({
  officeId: '',
  code,
  version: 1,
  title: text,
  text: template,
  fields,
  createdAt: new Date('2026-01-01T00:00:00Z'),
  retiredAt: undefined,
}))

const dossier: Dossier = {
  scope: { applicantCategory: 'employed', hasQualification: 'yes', collectionDivisionCode: OFFICE },
  personal: { photo: pictureWith() },
  education: {
    ftEducation: '21',
    ftProofKind: 'certificate',
    ftEducationFile: pictureWith(),
    ptEducation: '00',
  },
  employment: {
    postStatus: 'accounting',
    unitName: '示例公司',
    uscc: '91410105MA0FARM09Y',
    appointedTitle: 'none',
  },
  qualifications: entriesOf({ series: 'accounting', level: 'intermediate', certNo: '20190001' }),
  talents: [],
  honours: [],
  penalties: [],
  remarks: [],
}
const application = { dossier, rows: present(dossier, FACTS) }

/** What is forecast in short: `RR01 40% personal.photo`. */
function forecast(
  counts: Readonly<Record<string, number>>,
  { versions = library, closed = [] as readonly string[] } = {},
): string[] {
  const given = Object.entries(counts).map(([code, n]) => ({ officeId: OFFICE, code, n }))
  const often = oftenReturned(given, versions, application, ({ part }) => !closed.includes(part))
  return often.map(({ code, share, places }) =>
    [code, `${Math.round(share * 100)}%`, ...places.map(({ row }) => row.key)].join(' '),
  )
}

describe('for what an office often returns', () => {
  it('most frequent first, each with the rows that are filled here', () => {
    expect(forecast({ RR08: 20, RR01: 40, RR03: 40 })).toEqual([
      'RR01 40% personal.photo',
      'RR03 40% education.ftEducationFile',
      'RR08 20% employment.unitName',
    ])
  })

  it('entries of a list by their own keys; a picture that is not there is no place', () => {
    expect(forecast({ RR06: 30 })).toEqual(['RR06 100% qualifications.e1.certNo'])
  })

  it.each([
    ['an appointed title of 无', 'RR12'],
    ['no degree', 'RR04'],
    ['what nobody can look up', 'RR77'],
    ['the free reason', 'RR99'],
    ['comments only', ''],
  ])('says nothing of %s', (_, code) => {
    expect(forecast({ [code]: 30 })).toEqual([])
  })

  it('the free reason and comments count for the share', () => {
    expect(forecast({ RR01: 25, RR99: 50, '': 25 })).toEqual(['RR01 25% personal.photo'])
  })

  it.each([
    [LEAST_GIVEN - 1, []],
    [LEAST_GIVEN, ['RR01 100% personal.photo']],
  ])('%i reasons given', (n, said) => {
    expect(forecast({ RR01: n })).toEqual(said)
  })

  it('a rare one is left out: 4 of 100, not 5', () => {
    expect(forecast({ RR01: 4, RR08: 5, RR99: 91 })).toEqual(['RR08 5% employment.unitName'])
  })

  it(`shows ${MOST_SHOWN} at most`, () => {
    const counts = { RR01: 20, RR02: 19, RR03: 18, RR05: 17, RR08: 16, RR09: 15 }
    expect(forecast(counts).map((text) => text.slice(0, 4))).toEqual(['RR01', 'RR02', 'RR03', 'RR05'])
  })

  it('nothing of a part that is closed, nor of a reason that is no longer given', () => {
    expect(forecast({ RR01: 30 }, { closed: ['personal'] })).toEqual([])
    const versions = library.map((v) => (v.code === 'RR01' ? { ...v, retiredAt: v.createdAt } : v))
    expect(forecast({ RR01: 30 }, { versions })).toEqual([])
  })

  it('an office’s own reason stands before the province’s of the same code', () => {
    const [first] = library
    if (!first) throw new Error('no reason')
    const own = {
      ...first,
      officeId: OFFICE,
      code: 'OW01',
      title: '名称要与公章一致',
      fields: ['employment.unitName'],
    }
    expect(forecast({ OW01: 30 }, { versions: [...library, own] })).toEqual(['OW01 100% employment.unitName'])
  })
})
