import { divisionName } from '#lib/collection/codes/divisions'
import { type Typed, TypedField } from './typed-field.tsx'

export interface OfficeFieldProps {
  name: string
  label: string
  typed: Typed
  offices: readonly { readonly id: string; readonly name: string; readonly cityCode: string }[]
  /** The city that stands first. */
  first?: string
  /** What stands for no choice. */
  none?: string
  className?: string
}

/** A choice of one office, under their cities. */
export function OfficeField({ offices, first, none = '请选择', ...field }: OfficeFieldProps) {
  const cities = [...new Set(offices.map((office) => office.cityCode))]
  const groups = cities
    .sort((a, b) => Number(b === first) - Number(a === first))
    .map((city) => ({
      title: divisionName(city),
      choices: offices
        .filter((office) => office.cityCode === city)
        .map(({ id, name }) => ({ value: id, label: name })),
    }))
  return <TypedField {...field} groups={[{ choices: [{ value: '', label: none }] }, ...groups]} />
}
