import { expect, test } from 'vitest'
import { answersIn, principleFor, type SelfCheckAnswers, wasAsked } from './self-check.ts'

const says = (text: string): SelfCheckAnswers => {
  const [employed, accounting, qualified, student] = text.split(' ')
  return { employed, accounting, qualified, student } as SelfCheckAnswers
}

test.each([
  ['yes yes yes no', 'J1'],
  ['yes yes no no', 'J1'],
  ['yes no yes no', 'J1'],
  ['yes no no no', 'J5'],
  ['no no yes no', 'J2'],
  ['no no no no', 'J5'],
  ['no no yes worked', 'J3'],
  ['no no yes none', 'J4'],
])('employed, accounting, qualified, student: %s → %s', (text, principle) => {
  expect(principleFor(says(text))).toBe(principle)
})

test.each(['employed', 'accounting', 'qualified', 'student'])('without %s nothing is said', (name) => {
  expect(principleFor({ ...says('yes yes yes no'), [name]: undefined })).toBeUndefined()
})

test('only known values of known questions are read', () => {
  expect(answersIn({ employed: 'yes', accounting: 'maybe', qualified: ['yes', 'no'], other: 'x' })).toEqual({
    employed: 'yes',
  })
  expect(wasAsked({ other: 'x' })).toBe(false)
  expect(wasAsked({ student: '' })).toBe(true)
})
