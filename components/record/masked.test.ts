import fc from 'fast-check'
import { expect, test } from 'vitest'
import { masked } from './masked.ts'

test.each([
  ['idNumber', '410105198809219980', ['410***', '********', '9980']],
  ['mobile', '13800000002', ['138****0002']],
  ['mobile', '1234567', ['*******']],
  ['mobile', '12345678', ['123*5678']],
  ['idNumber', 'E12345678', ['E*****678']],
  ['idNumber', 'AB12', ['****']],
  ['idNumber', 'ABC12', ['A*C12']],
] as const)('%s %s reads %j', (kind, text, groups) => {
  expect(masked(kind, text)).toEqual(groups)
})

test('the length stays, something is always hidden, and at most seven signs are shown', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('idNumber' as const, 'mobile' as const),
      fc.stringMatching(/^[0-9A-Z]{1,30}$/),
      (kind, text) => {
        const shown = masked(kind, text).join('')
        expect(shown).toHaveLength(text.length)
        expect(shown).toContain('*')
        expect(shown.replaceAll('*', '').length).toBeLessThanOrEqual(7)
      },
    ),
  )
})
