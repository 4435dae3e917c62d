import { describe, expect, it } from 'vitest'
import { honourGrade } from './honour-grade.ts'
import { entriesOf, verdicts } from './testing.ts'

describe('R36: honours below the prefecture', () => {
  it.each([
    ['national', []],
    ['provincial', []],
    ['prefecture', []],
    ['county', ['warning submit R36 honours.e1.grade']],
    [undefined, []],
  ])('%s', (grade, expected) => {
    expect(verdicts(honourGrade, { honours: entriesOf({ grade }) })).toEqual(expected)
  })
})
