import type { Office } from '#db/queries/offices'
import { CITIES, divisionName } from '#lib/collection/codes/divisions'

/** The offices of one city, its own office first; the province's office stands in a group of its own. */
export interface OfficeGroup {
  readonly code: string
  readonly title: string
  readonly offices: readonly Office[]
}

/** What is compared: full-width signs and spaces do not matter. */
const plain = (text: string) => text.normalize('NFKC').replace(/\s/gu, '')

const matches = (office: Office, wanted: string) =>
  [office.name, divisionName(office.divisionCode), office.phone].some((text) => plain(text).includes(wanted))

/** The directory as asked for: `q` is part of a name, a place or a number, `city` a division code. */
export function directory(
  offices: readonly Office[],
  { q, city }: { q: string; city: string },
): OfficeGroup[] {
  const wanted = plain(q)
  const shown = offices.filter(
    (office) => (city === '' || office.cityCode === city) && (wanted === '' || matches(office, wanted)),
  )
  const groups = [
    { code: 'province', title: '省级', offices: shown.filter((office) => office.level === 'province') },
    ...CITIES.map(({ code, name }) => ({
      code,
      title: name,
      offices: shown
        .filter((office) => office.level !== 'province' && office.cityCode === code)
        .sort((a, b) => Number(a.level === 'county') - Number(b.level === 'county')),
    })),
  ]
  return groups.filter((group) => group.offices.length > 0)
}

/** The office hours, where all keep the same: then they are said once. */
export function sameHours(groups: readonly OfficeGroup[]): string | undefined {
  const hours = new Set(groups.flatMap((group) => group.offices.map((office) => office.hours)))
  return hours.size === 1 ? [...hours][0] : undefined
}
