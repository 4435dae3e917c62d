import { describe, expect, it } from 'vitest'
import { qualificationEntry } from './qualification-entry.ts'
import { entriesOf, issuesOf, verdicts } from './testing.ts'

const accounting = { series: 'accounting', level: 'junior' }
const audit = { series: 'audit', level: 'intermediate' }

describe('R33, D17: qualification and its entry', () => {
  it.each([
    ['held, with an entry', 'yes', [accounting], []],
    ['held, without an entry', 'yes', [], ['error submit R33 qualifications']],
    ['held, with another series only', 'yes', [audit], ['error submit R33 qualifications']],
    ['not held, without an entry', 'no', [], []],
    ['not held, with another series', 'no', [audit], []],
    ['not held, with an entry', 'no', [accounting], ['error submit R33 qualifications.e1.series']],
    [
      'not held, with two entries',
      'no',
      [accounting, accounting],
      ['error submit R33 qualifications.e1.series', 'error submit R33 qualifications.e2.series'],
    ],
    ['not answered', undefined, [accounting], []],
  ])('%s', (_, hasQualification, held, expected) => {
    const answers = { scope: { hasQualification }, qualifications: entriesOf(...held) }
    expect(verdicts(qualificationEntry, answers)).toEqual(expected)
  })

  it.each([
    ['yes', []],
    ['no', [accounting]],
  ])('answered %s, it links to scope', (hasQualification, held) => {
    const answers = { scope: { hasQualification }, qualifications: entriesOf(...held) }
    expect(issuesOf(qualificationEntry, answers)[0]?.see).toEqual({
      part: 'scope',
      field: 'hasQualification',
    })
  })
})
