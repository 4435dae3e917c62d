import { describe, expect, it } from 'vitest'
import { qualificationOrder } from './qualification-order.ts'
import { entriesOf, verdicts } from './testing.ts'

const entry = (series: string, level: string, obtainDate?: string) => ({ series, level, obtainDate })

describe('R33: order of levels', () => {
  it.each([
    [
      'in order',
      entry('accounting', 'junior', '2010-05-20'),
      entry('accounting', 'intermediate', '2014-09-10'),
      false,
    ],
    [
      'on one day',
      entry('accounting', 'junior', '2014-09-10'),
      entry('accounting', 'intermediate', '2014-09-10'),
      false,
    ],
    [
      'higher a day before',
      entry('accounting', 'junior', '2014-09-11'),
      entry('accounting', 'intermediate', '2014-09-10'),
      true,
    ],
    [
      'in another series',
      entry('audit', 'junior', '2014-09-11'),
      entry('accounting', 'intermediate', '2014-09-10'),
      false,
    ],
    [
      'both of no series',
      entry('other', 'junior', '2014-09-11'),
      entry('other', 'intermediate', '2014-09-10'),
      false,
    ],
    [
      'a date missing',
      entry('accounting', 'junior'),
      entry('accounting', 'intermediate', '2014-09-10'),
      false,
    ],
  ])('%s', (_, lower, higher, warns) => {
    const expected = warns ? ['warning submit R33 qualifications.e2.obtainDate'] : []
    expect(verdicts(qualificationOrder, { qualifications: entriesOf(lower, higher) })).toEqual(expected)
  })

  it('does not compare two entries of one level', () => {
    const held = entriesOf(
      entry('economics', 'junior', '2014-09-10'),
      entry('economics', 'junior', '2016-09-10'),
    )
    expect(verdicts(qualificationOrder, { qualifications: held })).toEqual([])
  })
})
