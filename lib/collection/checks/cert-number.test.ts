import { describe, expect, it } from 'vitest'
import { degreeCertHint, educationCertHint } from './cert-number.ts'

const digits = (count: number) => '9'.repeat(count)

describe('V-CERT: numbers of certificates', () => {
  it.each([digits(17), digits(18), '99999 9999 9999 99999', '９'.repeat(18)])(
    'diploma %s is usual',
    (number) => {
      expect(educationCertHint(number)).toBeUndefined()
    },
  )

  it.each([
    [digits(16), '16 位数字'],
    [digits(19), '19 位数字'],
    ['豫字第99号', '6 个字符'],
  ])('diploma %s is pointed out', (number, words) => {
    expect(educationCertHint(number)).toContain(words)
  })

  it.each([
    [digits(15), '15 位数字'],
    [digits(17), '17 位数字'],
  ])('degree %s is pointed out, 16 digits are not', (number, words) => {
    expect(degreeCertHint(number)).toContain(words)
    expect(degreeCertHint(digits(16))).toBeUndefined()
  })
})
