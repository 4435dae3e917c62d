import { describe, expect, it } from 'vitest'
import { whereToCollect } from './scope-principle.ts'

const ask = (
  applicantCategory: string,
  hasQualification: string,
  hasWorkExperience?: string,
  county = '410105',
) =>
  whereToCollect({
    applicantCategory,
    hasQualification,
    collectionDivisionCode: county,
    ...(hasWorkExperience ? { hasWorkExperience } : {}),
  })

describe('D4: where to collect (R1–R6)', () => {
  it.each([
    ['employed, qualified (case 22)', ask('employed', 'yes'), { principle: 'J1' }],
    ['employed, not qualified', ask('employed', 'no'), { principle: 'J1' }],
    ['employed elsewhere in the unit, qualified', ask('employedOther', 'yes'), { principle: 'J1' }],
    ['employed elsewhere in the unit, not qualified', ask('employedOther', 'no'), { stop: 'J5' }],
    ['unemployed, qualified', ask('unemployed', 'yes'), { principle: 'J2' }],
    ['unemployed, not qualified (case 25)', ask('unemployed', 'no'), { stop: 'J5' }],
    ['student with both', ask('student', 'yes', 'yes'), { principle: 'J3' }],
    ['student without experience (case 27)', ask('student', 'yes', 'no'), { stop: 'J4' }],
    ['student with neither', ask('student', 'no', 'no'), { stop: 'J4' }],
    ['student with experience, not qualified', ask('student', 'no', 'yes'), { stop: 'J5' }],
    ['outside Henan', ask('employed', 'yes', undefined, 'other'), { stop: 'outside' }],
    ['outside Henan and out of scope', ask('unemployed', 'no', undefined, 'other'), { stop: 'J5' }],
  ])('%s', (_, place, expected) => {
    expect(place).toEqual(expected)
  })
})
