import { expect, test } from 'vitest'
import { lookParams, nearer, packLook, readLook, TURNS, turned, ZOOMS } from './look.ts'

test('every look comes back from its button', () => {
  for (const zoom of ZOOMS) {
    for (const turn of TURNS) {
      const query = lookParams(packLook({ att: 'qualifications.a1.file', zoom, turn }))
      expect(readLook(query.att ?? '', query.zoom, query.turn)).toEqual({
        att: 'qualifications.a1.file',
        zoom,
        turn,
      })
    }
  }
})

test.each(['', 'a', 'a|x|y', 'a|9999|45', 'a|fit|0|more'])('%j is fitted and upright', (packed) => {
  expect(lookParams(packed)).toEqual({ att: packed.split('|')[0], zoom: undefined, turn: undefined })
})

test('four quarter turns lead back, and nearer ends at the nearest', () => {
  expect(TURNS.map(turned)).toEqual(['90', '180', '270', '0'])
  expect(ZOOMS.map(nearer)).toEqual(['150', '150', '200', '300', '300'])
})
