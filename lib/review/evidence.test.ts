import { expect, test } from 'vitest'
import type { Row, RowGroup } from '#lib/collection/present'
import { evidenceOf, provenBy } from './evidence.ts'

const PICTURE = { documentId: 'd', digest: 'x', width: 700, height: 500, bytes: 1, flags: [] }
const row = (field: string, text = 'filled'): Row => ({
  key: `education.${field}`,
  field,
  label: field,
  text,
})
const picture = (field: string): Row => ({ ...row(field), picture: PICTURE })
const group = (rows: Row[], item?: string): RowGroup => ({
  part: 'education',
  title: '',
  rows,
  ...(item ? { item } : {}),
})

const diploma = picture('ftEducationFile')
const degree = picture('ftDegreeFile')
const education = group([
  row('ftEducation'),
  row('ftSchool'),
  row('ftMajor', ''),
  row('ftDegree'),
  diploma,
  degree,
  row('ptSchool'),
])
const photo = picture('photo')
const file = picture('file')
const letter = picture('appointmentFile')

test.each([
  ['a diploma: its own and what both papers state', education, diploma, ['ftEducation', 'ftSchool']],
  ['a degree: its own and what both papers state', education, degree, ['ftSchool', 'ftDegree']],
  ['a photo: nothing typed', group([row('name'), row('mobile'), photo]), photo, []],
  [
    'a letter of appointment: its date',
    group([row('unitName'), row('appointmentDate'), letter]),
    letter,
    ['appointmentDate'],
  ],
  [
    'the paper of an entry: all of it',
    group([row('level'), row('certNo'), file], 'a1'),
    file,
    ['level', 'certNo'],
  ],
] as const)('%s', (_, of, by, fields) => expect(provenBy(of, by).map((r) => r.field)).toEqual(fields))

test('rows lead to the picture nearest to them, pictures to themselves', () => {
  const map = evidenceOf([education])
  expect(map.get('education.ftSchool')).toBe('education.ftEducationFile')
  expect(map.get('education.ftDegree')).toBe('education.ftDegreeFile')
  expect(map.get('education.ftDegreeFile')).toBe('education.ftDegreeFile')
  expect(map.get('education.ptSchool')).toBeUndefined()
})
