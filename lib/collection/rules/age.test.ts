import { describe, expect, it } from 'vitest'
import { age } from './age.ts'
import { verdicts } from './testing.ts'

describe('V-AGE', () => {
  it.each([
    ['sixteen today', '2010-07-01', []],
    ['sixteen tomorrow', '2010-07-02', ['error step V-AGE personal.birthDate']],
    ['a hundred', '1926-07-01', []],
    ['a hundred and one tomorrow', '1925-07-02', []],
    ['a hundred and one today', '1925-07-01', ['warning submit V-AGE personal.birthDate']],
    ['unknown', undefined, []],
  ])('%s', (_, birthDate, expected) => {
    expect(verdicts(age, { personal: { birthDate } })).toEqual(expected)
  })
})
