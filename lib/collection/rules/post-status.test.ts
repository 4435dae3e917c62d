import { describe, expect, it } from 'vitest'
import { postStatus } from './post-status.ts'
import { issuesOf, verdicts } from './testing.ts'

const AGREES: Readonly<Record<string, string>> = {
  employed: 'accounting',
  employedOther: 'other',
  unemployed: 'none',
  student: 'none',
}
const pairs = Object.keys(AGREES).flatMap((category) =>
  ['accounting', 'other', 'none'].map((status) => [category, status, AGREES[category] === status] as const),
)

describe('D4: post status against the applicant category', () => {
  it.each(pairs)('%s and %s agree: %s', (applicantCategory, status, agree) => {
    const answers = { scope: { applicantCategory }, employment: { postStatus: status } }
    expect(verdicts(postStatus, answers)).toEqual(agree ? [] : ['error step D4 employment.postStatus'])
  })

  it('says nothing before both are chosen', () => {
    expect(verdicts(postStatus, { employment: { postStatus: 'none' } })).toEqual([])
    expect(verdicts(postStatus, { scope: { applicantCategory: 'employed' } })).toEqual([])
  })

  it('links to scope', () => {
    const answers = { scope: { applicantCategory: 'employed' }, employment: { postStatus: 'none' } }
    const [issue] = issuesOf(postStatus, answers)
    expect(issue?.see).toEqual({ part: 'scope', field: 'applicantCategory' })
    expect(issue?.message).toContain('在会计岗工作')
  })
})
