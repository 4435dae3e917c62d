import { expect, test } from 'vitest'
import type { HistoryEvent } from '#db/queries/desk-history'
import { eventsSince } from './since.ts'

const event = (verb: string, id: number): HistoryEvent => ({
  id,
  verb,
  at: new Date(id),
  actorId: 'a',
  role: 'reviewer',
  officeId: '410105',
})
// start 1, submit 2, claim 3 with its reveal, takeOver 4, refused, withdrawn after release 5, 6, submitted 7.
const HISTORY = [
  'start',
  'submit',
  'claim',
  'reveal',
  'takeOver',
  'reveal',
  'refused',
  'release',
  'withdraw',
  'submit',
].map(event)

test.each([
  [7, 7, []],
  [6, 7, ['submit']],
  [3, 7, ['takeOver', 'release', 'withdraw', 'submit']],
  [1, 7, ['submit', 'claim', 'takeOver', 'release', 'withdraw', 'submit']],
  [0, 7, []],
  [9, 7, []],
  [-1, 7, []],
] as const)('seen %i, now %i: %o', (seen, now, verbs) => {
  expect(eventsSince(HISTORY, seen, now).map(({ verb }) => verb)).toEqual(verbs)
})

test('a history that is shorter than the version tells what it has', () => {
  expect(eventsSince(HISTORY.slice(-2), 1, 7).map(({ verb }) => verb)).toEqual(['withdraw', 'submit'])
})
