import { organisationCheckCharacter, usccCheckCharacter } from '#lib/collection/checks/uscc'
import type { Random } from './random.ts'

const PLACES = [...'豫中原嵩洛汴宛商淮颍卫汝鼎禹淇濮漯伊瀍']
const TRADES = [
  '商贸',
  '机械制造',
  '食品',
  '建设工程',
  '物流',
  '农业科技',
  '医药',
  '信息技术',
  '房地产',
  '会计服务',
]
const UNITS_PER_COUNTY = 4000

export interface Unit {
  readonly unitName: string
  readonly uscc: string
}

/** An invented work unit of a county; few are large and most of them small. */
export function unitOf(random: Random, county: { readonly code: string; readonly name: string }): Unit {
  // The square makes them so.
  const nth = Math.floor((random.below(1000) / 1000) ** 2 * UNITS_PER_COUNTY)
  const letters = (at: number) => PLACES[Math.floor(nth / PLACES.length ** at) % PLACES.length] ?? ''
  const place = `${county.name}${letters(0)}${letters(1)}${letters(2)}`
  const body = `MA${String(nth).padStart(6, '0')}`
  const first = `91${county.code}${body}${organisationCheckCharacter(body)}`
  return {
    unitName: `${place}示例${TRADES[nth % TRADES.length]}有限公司`,
    uscc: first + usccCheckCharacter(first),
  }
}
