import { expect, test } from 'vitest'
import { readInvitation } from './invitation.ts'

const TYPED = { name: '周敏', idNumber: '410105198002039989', role: 'reviewer', officeId: '410105' }

test.each([
  ['a reviewer of a county', {}, 'county', []],
  ['a reviewer of a city', {}, 'city', ['officeId']],
  ['oversight of a city', { role: 'oversight' }, 'city', []],
  ['oversight of the province', { role: 'oversight' }, 'province', []],
  ['oversight of a county', { role: 'oversight' }, 'county', ['officeId']],
  ['an administrator of a city', { role: 'administrator' }, 'city', ['officeId']],
  ['no office', {}, undefined, ['officeId']],
  ['no role', { role: '' }, 'county', ['role']],
  ['a role of the language', { role: 'toString' }, 'county', ['role']],
  ['a name of one sign', { name: '周' }, 'county', ['name']],
  ['a wrong check digit', { idNumber: '410105198002039988' }, 'county', ['idNumber']],
  ['nothing', { name: '', idNumber: '', role: '' }, undefined, ['name', 'idNumber', 'role', 'officeId']],
] as const)('%s', (_, typed, level, expected) => {
  const reading = readInvitation({ ...TYPED, ...typed }, level, '2026-07-01')
  expect('errors' in reading ? reading.errors.map((e) => e.name) : []).toEqual(expected)
})
