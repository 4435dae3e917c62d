import { describe, expect, test } from 'vitest'
import { CODES, PURPOSE_LEAST, PURPOSE_MOST, readRequest, requestErrors } from './request.ts'
import { startRunning } from './running.ts'

describe('what is asked for', () => {
  test.each([
    [{}, { table: 'people', format: 'xlsx', full: false, purpose: '', officeId: '' }],
    [
      { table: 'nonsense', format: 'pdf', numbers: 'all' },
      { table: 'people', format: 'xlsx', full: false },
    ],
    [
      { table: 'work', format: 'csv', numbers: 'full' },
      { table: 'work', format: 'csv', full: true },
    ],
    [{ table: CODES }, { table: CODES }],
    [{ purpose: '  核对\r\n名册 ' }, { purpose: '核对\n名册' }],
  ])('%o', (posted, expected) => expect(readRequest(posted)).toMatchObject(expected))

  const errors = (posted: Record<string, string>, full = true) =>
    requestErrors(readRequest(posted), { full }).map(({ name }) => name)
  test.each([
    ['masked needs no purpose', {}, true, []],
    ['masked is for those who may not have whole numbers too', {}, false, []],
    ['whole numbers without a purpose', { numbers: 'full' }, true, ['purpose']],
    ['a purpose of blanks', { numbers: 'full', purpose: '      ' }, true, ['purpose']],
    [
      'a purpose just too short',
      { numbers: 'full', purpose: '字'.repeat(PURPOSE_LEAST - 1) },
      true,
      ['purpose'],
    ],
    ['the shortest purpose', { numbers: 'full', purpose: '字'.repeat(PURPOSE_LEAST) }, true, []],
    ['the longest purpose', { numbers: 'full', purpose: '𠮷'.repeat(PURPOSE_MOST) }, true, []],
    ['a purpose too long', { purpose: '𠮷'.repeat(PURPOSE_MOST + 1) }, true, ['purpose']],
    ['whole numbers without the right', { numbers: 'full', purpose: '核对名册' }, false, ['numbers']],
  ] as const)('%s', (_, posted, full, expected) => expect(errors(posted, full)).toEqual(expected))
})

test('two exports run at a time; a place is given back once', () => {
  const first = startRunning()
  const second = startRunning()
  expect(startRunning()).toBeUndefined()
  first?.()
  first?.()
  const third = startRunning()
  expect(third).toBeDefined()
  expect(startRunning()).toBeUndefined()
  second?.()
  third?.()
})
