import { describe, expect, it } from 'vitest'
import { penaltyDates } from './penalty-dates.ts'
import { entriesOf, verdicts } from './testing.ts'

const END = ['error step R37 penalties.e1.endDate']
const BAN = ['warning submit R37 penalties.e1.kind']
const said = (kind: string, decisionDate?: string, endDate?: string, postStatus = 'accounting') =>
  verdicts(penaltyDates, {
    employment: { postStatus },
    penalties: entriesOf({ kind, decisionDate, endDate }),
  })

describe('R37: penalties', () => {
  it.each([
    ['ends the day it was decided', '2024-03-01', '2024-03-01', []],
    ['ends the day before', '2024-03-01', '2024-02-29', END],
    ['ends later', '2024-03-01', '2024-03-02', []],
    ['no end', '2024-03-01', undefined, []],
    ['no decision date', undefined, '2024-03-01', []],
  ])('%s', (_, decided, end, expected) => {
    expect(said('fine', decided, end)).toEqual(expected)
  })

  it.each([
    ['five years ending today', 'ban5', '2021-07-01', '2026-07-01', BAN],
    ['five years that ended yesterday', 'ban5', '2021-06-30', '2026-06-30', []],
    ['five years, end not filled, last day today', 'ban5', '2021-07-01', undefined, BAN],
    ['five years, end not filled, over yesterday', 'ban5', '2021-06-30', undefined, []],
    ['for good, whatever the end', 'banForever', '1990-01-01', '1995-01-01', BAN],
    ['a fine bans nobody', 'fine', '2026-01-01', undefined, []],
  ])('%s', (_, kind, decided, end, expected) => {
    expect(said(kind, decided, end)).toEqual(expected)
  })

  it.each(['other', 'none'])('a ban contradicts nothing when the post is %s', (postStatus) => {
    expect(said('banForever', '2020-01-01', undefined, postStatus)).toEqual([])
  })
})
