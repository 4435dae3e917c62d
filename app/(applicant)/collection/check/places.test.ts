import { expect, it } from 'vitest'
import { EVERYTHING } from '#lib/collection/opening'
import type { Row, RowGroup } from '#lib/collection/present'
import { FACTS } from '#lib/collection/rules/testing'
import { isChangeable } from './places.ts'

const group: RowGroup = { part: 'personal', title: '', rows: [] }
const row = (field: string): Row => ({ key: `personal.${field}`, field, label: '', text: '' })
const facts = (idType: string) => ({ ...FACTS, person: { ...FACTS.person, idType } })

it.each([
  ['name', '111', false],
  ['idNumber', '111', false],
  ['birthDate', '111', false],
  ['ethnicity', '111', true],
  ['name', '414', false],
  // Nobody but the person can tell it of a passport.
  ['birthDate', '414', true],
])('%s of document %s may be changed: %s', (field, idType, may) => {
  expect(isChangeable({ opening: EVERYTHING, facts: facts(idType) }, group, row(field))).toBe(may)
  expect(isChangeable({ opening: { parts: [], entries: [] }, facts: facts(idType) }, group, row(field))).toBe(
    false,
  )
})
