import { expect, test } from 'vitest'
import type { Dossier } from './rule.ts'
import { EMPTY } from './rules/testing.ts'
import { submittedNumbers } from './submitted-numbers.ts'

const of = (parts: object) => submittedNumbers({ ...EMPTY, ...parts } as Dossier)

test.each([
  ['ab 12-34５6', 'AB123456'],
  ['123456', '123456'],
  ['12345', undefined],
  ['无', undefined],
  ['', undefined],
])('a certificate number %j is compared as %s', (typed, number) => {
  const found = of({ education: { ftEducationCertNo: typed } })
  expect(found.map((one) => one.number)).toEqual(number ? [number] : [])
})

test('numbers of steps and entries have the keys of their rows, other fields none', () => {
  const found = of({
    employment: { cpaCertNo: '41000000001', unitPhone: '0371-0000000', cpa: 'held' },
    qualifications: [{ id: 'q1', answers: { certNo: 'DEMO201441010099', issuer: '123456789' } }],
  })
  expect(found.map(({ kind, key }) => `${kind} ${key}`)).toEqual([
    'certificate employment.cpaCertNo',
    'certificate qualifications.q1.certNo',
  ])
})

test('a credit code stands with the name of its unit', () => {
  expect(of({ employment: { uscc: '91410105ma0farm09y', unitName: '河南示例有限公司' } })).toEqual([
    { kind: 'unitCode', key: 'employment.uscc', number: '91410105MA0FARM09Y', said: '河南示例有限公司' },
  ])
})
