import { describe, expect, it } from 'vitest'
import { doubledEntries } from './doubled-entries.ts'
import { entriesOf, verdicts } from './testing.ts'

const entry = (series: string, level: string, certNo?: string) => ({ series, level, certNo })

describe('R33: an entry made twice', () => {
  it.each([
    ['same series and level', entry('accounting', 'junior', 'A1'), entry('accounting', 'junior', 'A2'), true],
    ['same number', entry('accounting', 'junior', 'A1'), entry('economics', 'intermediate', 'A1'), true],
    ['another level', entry('accounting', 'junior', 'A1'), entry('accounting', 'intermediate', 'A2'), false],
    [
      'economics has several specialities',
      entry('economics', 'junior', 'A1'),
      entry('economics', 'junior', 'A2'),
      false,
    ],
    ['numbers missing', entry('audit', 'junior'), entry('statistics', 'junior'), false],
  ])('%s', (_, first, second, warns) => {
    const expected = warns ? ['warning submit R33 qualifications.e2.certNo'] : []
    expect(verdicts(doubledEntries, { qualifications: entriesOf(first, second) })).toEqual(expected)
  })

  it('points at the later ones only', () => {
    const same = entry('accounting', 'junior', 'A1')
    expect(verdicts(doubledEntries, { qualifications: entriesOf(same, same, same) })).toHaveLength(2)
  })
})
