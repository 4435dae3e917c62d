import { expect, test } from 'vitest'
import type { Row, RowGroup } from '#lib/collection/present'
import { evidenceOf, provenBy } from './evidence.ts'

const PICTURE = { documentId: 'd', digest: 'x', width: 700, height: 500, bytes: 1, flags: [] }
const row = (field: string, text = 'filled', picture = false): Row => ({
  key: `education.${field}`,
  field,
  label: field,
  text,
  ...(picture ? { picture: PICTURE } : {}),
})
const group = (...rows: Row[]): RowGroup => ({ part: 'education', title: '', rows })
const fields = (rows: readonly Row[]) => rows.map((r) => r.field)

const education = group(
  row('ftSchool'),
  row('ftMajor', ''),
  row('ftEducationFile', '', true),
  row('ftDegreeFile', '', true),
  row('ptSchool'),
)

test('a diploma proves the filled rows of its own kind of education', () => {
  const diploma = education.rows[2] as Row
  expect(fields(provenBy(education, diploma))).toEqual(['ftSchool'])
})

test('a picture with a name of its own proves its whole group', () => {
  const entry = group(row('level'), row('certNo'), row('file', '', true))
  expect(fields(provenBy(entry, entry.rows[2] as Row))).toEqual(['level', 'certNo'])
})

test('a letter of appointment proves nothing of the unit', () => {
  const employment = group(row('unitName'), row('appointmentDate'), row('appointmentFile', '', true))
  expect(fields(provenBy(employment, employment.rows[2] as Row))).toEqual(['appointmentDate'])
})

test('rows lead to the first picture that proves them, pictures to themselves', () => {
  const map = evidenceOf([education])
  expect(map.get('education.ftSchool')).toBe('education.ftEducationFile')
  expect(map.get('education.ftDegreeFile')).toBe('education.ftDegreeFile')
  expect(map.get('education.ptSchool')).toBeUndefined()
})
