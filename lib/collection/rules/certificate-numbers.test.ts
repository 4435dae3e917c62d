import { describe, expect, it } from 'vitest'
import { certificateNumbers } from './certificate-numbers.ts'
import { verdicts } from './testing.ts'

describe('V-CERT', () => {
  it.each([
    ['ftEducationCertNo', '9'.repeat(18), false],
    ['ftEducationCertNo', '9'.repeat(16), true],
    ['ptEducationCertNo', '9'.repeat(17), false],
    ['ptEducationCertNo', '豫字第99号', true],
    ['ftDegreeCertNo', '9'.repeat(16), false],
    ['ftDegreeCertNo', '9'.repeat(18), true],
    ['ptDegreeCertNo', '9'.repeat(15), true],
    ['ptDegreeCertNo', '9'.repeat(16), false],
    ['ptDegreeCertNo', '9'.repeat(17), true],
    ['ptDegreeCertNo', undefined, false],
  ])('%s %s warns: %s', (field, number, warns) => {
    const expected = warns ? [`warning submit V-CERT education.${field}`] : []
    expect(verdicts(certificateNumbers, { education: { [field]: number } })).toEqual(expected)
  })
})
