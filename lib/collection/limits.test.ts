import { describe, expect, it } from 'vitest'
import { LIMITS, slotKindOf, UPLOAD } from './limits.ts'

describe('picture limits (R10–R12, R17, D7, D8)', () => {
  it('are the figures of the guide, in decimal kB', () => {
    expect(LIMITS.portrait).toMatchObject({
      minWidth: 295,
      minHeight: 413,
      exact: { width: 295, height: 413 },
    })
    expect(LIMITS.education).toMatchObject({ minWidth: 700, minHeight: 500, maxBytes: 150_000 })
    expect(LIMITS.proof).toMatchObject({ minWidth: 700, minHeight: 500, maxBytes: 150_000 })
    expect(LIMITS.qualification).toMatchObject({ minWidth: 700, minHeight: 500, maxBytes: 80_000 })
    expect(UPLOAD).toEqual({ maxBytes: 8_000_000, maxPixels: 50_000_000 })
  })

  it.each([
    ['personal', 'photo', 'portrait'],
    ['education', 'ftEducationFile', 'education'],
    ['education', 'ptDegreeFile', 'education'],
    ['employment', 'appointmentFile', 'proof'],
    ['qualifications', 'file', 'qualification'],
    ['qualifications', 'file2', 'qualification'],
    ['talents', 'file', 'proof'],
    ['remarks', 'file', 'proof'],
  ] as const)('%s.%s is judged as %s', (part, slot, kind) => {
    expect(slotKindOf(part, slot)).toBe(kind)
  })
})
