import { describe, expect, it } from 'vitest'
import { entriesOf, issuesOf, verdicts } from './testing.ts'
import { titleQualification } from './title-qualification.ts'

const TITLES = ['assistant', 'accountant', 'senior', 'fullSenior']
const LEVELS = ['junior', 'intermediate', 'deputySenior', 'senior']
const grid = TITLES.flatMap((title, t) => LEVELS.map((level, l) => [title, level, l >= t] as const))
const holding = (appointedTitle: string, ...levels: string[]) => ({
  employment: { appointedTitle },
  qualifications: entriesOf(...levels.map((level) => ({ series: 'accounting', level }))),
})

describe('R31 and V-TITLE: title against qualification', () => {
  it.each(grid)('case 55: %s with %s passes: %s', (title, level, passes) => {
    const expected = passes ? [] : ['error submit V-TITLE employment.appointedTitle']
    expect(verdicts(titleQualification, holding(title, level))).toEqual(expected)
  })

  it('asks for an entry where there is none, and links there (case 55)', () => {
    const [issue] = issuesOf(titleQualification, holding('accountant'))
    expect(issue).toMatchObject({ code: 'R31', when: 'submit', see: { part: 'qualifications' } })
    expect(issue?.message).toContain('会计师')
    expect(issue?.message).toContain('中级')
  })

  it.each([
    ['no title', holding('none'), []],
    ['the best of several counts', holding('senior', 'junior', 'deputySenior', 'intermediate'), []],
  ])('%s', (_, answers, expected) => {
    expect(verdicts(titleQualification, answers)).toEqual(expected)
  })

  it.each(['cpa', 'taxAdviser', 'appraiser'])('%s may be equivalent: a warning (D17, P29)', (licence) => {
    const answers = { employment: { appointedTitle: 'accountant', [licence]: 'held' } }
    expect(verdicts(titleQualification, answers)).toEqual([
      'warning submit V-TITLE employment.appointedTitle',
    ])
  })

  it('another series may be equivalent: a warning (D17)', () => {
    const answers = {
      employment: { appointedTitle: 'accountant' },
      qualifications: entriesOf({ series: 'audit', level: 'intermediate' }),
    }
    expect(verdicts(titleQualification, answers)).toEqual([
      'warning submit V-TITLE employment.appointedTitle',
    ])
  })
})
