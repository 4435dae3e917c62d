import { DIVISION_ROWS } from './divisions.data.ts'
import type { Option } from './option.ts'

/** A unit of GB/T 2260 in Henan. `kind` is what the name ends in: 区, 市 or 县. */
export interface Division {
  readonly code: string
  readonly name: string
  /** The prefecture-level unit of a county-level one; the province (410000) of the others. */
  readonly parent: string
  readonly level: 'city' | 'county'
  readonly kind: 'district' | 'city' | 'county'
}

const KIND: Readonly<Record<string, Division['kind']>> = { 区: 'district', 市: 'city', 县: 'county' }

/** The 18 prefecture-level and 157 county-level units (domain.md section 6), by code. */
export const DIVISIONS: readonly Division[] = DIVISION_ROWS.map(([code, name]) => {
  const isCity = code.endsWith('00')
  return {
    code,
    name,
    parent: isCity ? '410000' : `${code.slice(0, 4)}00`,
    level: isCity ? 'city' : 'county',
    kind: KIND[name.slice(-1)] ?? 'county',
  }
})

/** The 17 cities and 济源示范区. */
export const CITIES: readonly Division[] = DIVISIONS.filter(({ level }) => level === 'city')

/** The county-level units of a prefecture-level one, by code; none for a code that is not one. */
export const countiesOf = (city: string): readonly Division[] =>
  DIVISIONS.filter(({ level, parent }) => level === 'county' && parent === city)

const byCode = new Map(DIVISIONS.map((division) => [division.code, division]))

/** The full name, `郑州市金水区`; 济源 has one unit on two levels and is said once; an unknown code as itself. */
export function divisionName(code: string): string {
  const division = byCode.get(code)
  if (!division) return code
  const city = division.level === 'county' ? byCode.get(division.parent) : undefined
  return city && countiesOf(city.code).length > 1 ? `${city.name}${division.name}` : division.name
}

/** The county-level units as options grouped by prefecture-level unit, for one select. */
export function divisionGroups(): { readonly label: string; readonly options: readonly Option[] }[] {
  return CITIES.map((city) => ({
    label: city.name,
    options: countiesOf(city.code).map(({ code, name }) => ({ value: code, label: name })),
  }))
}
