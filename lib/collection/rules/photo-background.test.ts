import { describe, expect, it } from 'vitest'
import { photoBackground } from './photo-background.ts'
import { pictureWith, verdicts } from './testing.ts'

describe('R10, D7: the background of the portrait', () => {
  it.each([
    ['white', pictureWith(), []],
    ['not white', pictureWith('background'), ['warning submit R10 personal.photo']],
    ['another flag', pictureWith('orientation'), []],
    ['no portrait', undefined, []],
  ])('%s', (_, photo, expected) => {
    expect(verdicts(photoBackground, { personal: { photo } })).toEqual(expected)
  })
})
