import { DIVISION_ROWS } from './divisions.data.ts'
import type { Option } from './option.ts'

/** A unit below the province. */
export interface Division {
  readonly code: string
  readonly name: string
  /** Code of the prefecture-level unit; its own code for that unit itself. */
  readonly parent: string
  readonly level: 'city' | 'county'
  /** Of county-level units: 市辖区, 县级市 or 县. */
  readonly kind?: 'district' | 'city' | 'county'
}

// Third and fourth digit name the prefecture; the last two tell districts (01–20), counties (21–80) and
// county-level cities (81–99) apart, except for the one city directly under the province.
const UNDER_PROVINCE = '419000'

function divisionOf([code, name]: readonly [string, string]): Division {
  if (code.endsWith('00')) return { code, name, parent: code, level: 'city' }
  const parent = `${code.slice(0, 4)}00`
  const last = Number(code.slice(4))
  const kind = parent === UNDER_PROVINCE || last >= 81 ? 'city' : last <= 20 ? 'district' : 'county'
  return { code, name, parent, level: 'county', kind }
}

export const DIVISIONS: readonly Division[] = DIVISION_ROWS.map(divisionOf)
/** The 17 prefecture-level cities and 济源示范区. */
export const CITIES: readonly Division[] = DIVISIONS.filter((d) => d.level === 'city')

const byCode = new Map(DIVISIONS.map((d) => [d.code, d]))

/** The county-level units of a prefecture-level unit, in code order. */
export const countiesOf = (city: string): readonly Division[] =>
  DIVISIONS.filter((d) => d.level === 'county' && d.parent === city)

/** `郑州市金水区`; 济源市 stands for itself; an unknown code reads as itself. */
export function divisionName(code: string): string {
  const division = byCode.get(code)
  if (!division) return code
  if (division.level === 'city' || division.parent === UNDER_PROVINCE) return division.name
  return `${byCode.get(division.parent)?.name ?? ''}${division.name}`
}

/** The counties grouped by city, for one select. */
export const divisionGroups = (): { label: string; options: Option[] }[] =>
  CITIES.map((city) => ({
    label: city.name,
    options: countiesOf(city.code).map((county) => ({ value: county.code, label: county.name })),
  }))
