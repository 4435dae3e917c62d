import { describe, expect, it } from 'vitest'
import { readFlags, writeFlags } from './picture-flags.ts'

describe('the column of flags', () => {
  it.each([
    [[], ''],
    [['background'], 'background'],
    [['dark', 'blur', 'dark'], 'blur,dark'],
  ] as const)('%j is written as "%s"', (flags, column) => {
    expect(writeFlags(flags)).toBe(column)
    expect(readFlags(column)).toEqual(column === '' ? [] : column.split(','))
  })

  it('leaves out what it does not know', () => {
    expect(readFlags('later,background,,blur')).toEqual(['background', 'blur'])
  })
})
