import { expect, test } from 'vitest'
import { roundScale } from './scale.ts'

test.each([
  [0, 1, 1],
  [1, 1, 1],
  [3, 3, 1],
  [4, 4, 1],
  [5, 6, 2],
  [20, 20, 5],
  [21, 30, 10],
  [1439, 1500, 500],
  [120_000, 150_000, 50_000],
])('%i fits below %i, by %i', (value, top, step) => expect(roundScale(value)).toEqual({ top, step }))
