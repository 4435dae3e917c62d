import { listOffices, type Office } from '#db/queries/offices'
import type { Db } from '#db/store'
import { DIVISIONS, divisionName } from '#lib/collection/codes/divisions'
import type { Group } from '#lib/statistics/figures'

/** More offices than this are compared by prefecture. */
const MOST_COMPARED = 20

/** What somebody may look at, and what of it they look at now. */
export interface Area {
  /** Id of a prefecture or an office; empty when it is all they may see. */
  readonly chosen: string
  readonly name: string
  readonly officeIds: readonly string[]
  readonly offices: readonly Group[]
  /** What charts and tables compare. */
  readonly groups: readonly Group[]
  /** Every review office of the province, where less than that is looked at: what it is compared with. */
  readonly province: readonly string[] | undefined
  readonly choices: readonly { readonly id: string; readonly name: string }[]
}

const shortNames = new Map(DIVISIONS.map(({ code, name }) => [code, name]))

/** `金水区`: below its prefecture's name the short one is enough; a zone has no code and is its office's name. */
const nameOf = (office: Office) => shortNames.get(office.divisionCode) ?? office.name

const cityGroups = (offices: readonly Office[]) =>
  [...new Set(offices.map((office) => office.cityCode))].map((city) => ({
    id: city,
    name: divisionName(city),
    officeIds: offices.filter((office) => office.cityCode === city).map((office) => office.id),
  }))

const officeGroups = (offices: readonly Office[]) =>
  offices.map((office) => ({ id: office.id, name: nameOf(office), officeIds: [office.id] }))

/**
 * The review offices in sight, narrowed to one prefecture or one office when that is asked for and theirs;
 * anything else that is asked for is not heard.
 */
export async function areaOf(db: Db, mine: readonly string[], asked: string | undefined): Promise<Area> {
  const own = new Set(mine)
  const every = (await listOffices(db)).filter(({ level }) => level === 'county')
  const offices = every.filter(({ id }) => own.has(id))
  const cities = cityGroups(offices)
  const choices = [...(cities.length > 1 ? cities : []), ...(offices.length > 1 ? officeGroups(offices) : [])]
  const chosen = choices.find((choice) => choice.id === asked)
  const shown = chosen ? offices.filter((office) => chosen.officeIds.includes(office.id)) : offices
  const [only] = cities
  const whole =
    offices.length === 1 && offices[0] ? nameOf(offices[0]) : cities.length === 1 ? only?.name : '全省'
  return {
    chosen: chosen?.id ?? '',
    name: chosen?.name ?? whole ?? '',
    officeIds: shown.map((office) => office.id),
    offices: officeGroups(shown),
    groups: shown.length > MOST_COMPARED ? cityGroups(shown) : officeGroups(shown),
    province: shown.length > 0 && shown.length < every.length ? every.map(({ id }) => id) : undefined,
    choices,
  }
}
