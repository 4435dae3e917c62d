import { describe, expect, it } from 'vitest'
import { degreeLevel } from './degree-level.ts'
import { verdicts } from './testing.ts'

describe('V-DEG: degree against education', () => {
  it.each([
    ['21', '4', false],
    ['21', '3', true],
    ['21', '0', false],
    ['14', '3', false],
    ['14', '4', false],
    ['14', '2', true],
    ['17', '2', true],
    ['11', '2', false],
    ['11', '1', false],
    ['21', undefined, false],
    [undefined, '2', false],
  ])('education %s with degree %s warns: %s', (level, degree, warns) => {
    const full = { education: { ftEducation: level, ftDegree: degree } }
    const part = { education: { ptEducation: level, ptDegree: degree } }
    expect(verdicts(degreeLevel, full)).toEqual(warns ? ['warning submit V-DEG education.ftDegree'] : [])
    expect(verdicts(degreeLevel, part)).toEqual(warns ? ['warning submit V-DEG education.ptDegree'] : [])
  })
})
