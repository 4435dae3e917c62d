import { describe, expect, it } from 'vitest'
import { qualificationMethod } from './qualification-method.ts'
import { entriesOf, verdicts } from './testing.ts'

describe('R33: how a level is obtained (P29)', () => {
  it.each([
    ['junior', 'exam', false],
    ['junior', 'review', true],
    ['intermediate', 'exam', false],
    ['intermediate', 'examReview', true],
    ['deputySenior', 'examReview', false],
    ['deputySenior', 'review', true],
    ['senior', 'review', false],
    ['senior', 'exam', true],
    ['junior', 'other', false],
    ['junior', undefined, false],
    [undefined, 'review', false],
  ])('%s by %s warns: %s', (level, obtainMethod, warns) => {
    const said = (series: string) =>
      verdicts(qualificationMethod, { qualifications: entriesOf({ series, level, obtainMethod }) })
    expect(said('accounting')).toEqual(warns ? ['warning submit R33 qualifications.e1.obtainMethod'] : [])
    expect(said('economics')).toEqual([])
  })
})
