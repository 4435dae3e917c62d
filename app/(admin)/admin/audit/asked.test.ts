import { expect, it } from 'vitest'
import { packCursor, unpackCursor } from './asked.ts'

it('a place in the record goes into an address and back', () => {
  const cursor = { at: new Date('2026-07-01T00:00:00.123Z'), id: 42 }
  expect(unpackCursor(packCursor(cursor))).toEqual(cursor)
})

it.each([undefined, '', '1', '1-', '-1', '1-x', '1-2-3', '99999999999999999999-1'])(
  '%s is no place',
  (text) => {
    expect(unpackCursor(text)).toBeUndefined()
  },
)
