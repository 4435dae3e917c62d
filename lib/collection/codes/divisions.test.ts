import { describe, expect, it } from 'vitest'
import { CITIES, countiesOf, DIVISIONS, divisionGroups, divisionName } from './divisions.ts'

const counties = DIVISIONS.filter((d) => d.level === 'county')
const of = (kind: string) => counties.filter((d) => d.kind === kind)

describe('divisions of Henan (Ministry of Civil Affairs, 2024)', () => {
  it('are 18 prefecture-level units and 157 counties: 54 districts, 21 cities, 82 counties', () => {
    expect(CITIES).toHaveLength(18)
    expect(counties).toHaveLength(157)
    expect([of('district').length, of('city').length, of('county').length]).toEqual([54, 21, 82])
  })

  it('have unique codes and a parent that exists', () => {
    expect(new Set(DIVISIONS.map((d) => d.code)).size).toBe(DIVISIONS.length)
    const cities = new Set(CITIES.map((c) => c.code))
    expect(counties.filter((d) => !cities.has(d.parent))).toEqual([])
  })

  // Counted from the same source by hand in the specification.
  it.each([
    ['410100', 12],
    ['410200', 9],
    ['410300', 14],
    ['410400', 10],
    ['410500', 9],
    ['410600', 5],
    ['410700', 12],
    ['410800', 10],
    ['410900', 6],
    ['411000', 6],
    ['411100', 5],
    ['411200', 6],
    ['411300', 13],
    ['411400', 9],
    ['411500', 10],
    ['411600', 10],
    ['411700', 10],
    ['419000', 1],
  ])('%s has %i', (city, n) => {
    expect(countiesOf(city)).toHaveLength(n)
  })

  it('follow the merger of 2021 in 洛阳 and name places in full', () => {
    expect(divisionName('410308')).toBe('洛阳市孟津区')
    expect(divisionName('410307')).toBe('洛阳市偃师区')
    expect(divisionName('410105')).toBe('郑州市金水区')
    expect(divisionName('419001')).toBe('济源市')
    expect(divisionName('other')).toBe('other')
    expect(DIVISIONS.some((d) => d.code === '410381')).toBe(false)
    expect(divisionGroups().flatMap((g) => g.options)).toHaveLength(157)
  })
})
