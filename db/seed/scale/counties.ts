import { DIVISIONS, type Division } from '#lib/collection/codes/divisions'
import type { Random } from './random.ts'

const CAPITAL = '410100'

/** Accountants follow the capital: its districts hold ten to twenty times those of a small county. */
function weightOf({ code, parent, kind }: Division): number {
  const spread = Number(code.slice(-2)) % 3
  if (parent === CAPITAL && kind === 'district') return 20 + 5 * spread
  if (parent === CAPITAL) return 8
  return kind === 'district' ? 4 + spread : 2 + spread / 2
}

const COUNTIES = DIVISIONS.filter(({ level }) => level === 'county')
const TOTAL = COUNTIES.reduce((sum, county) => sum + weightOf(county), 0)
const TABLE = COUNTIES.flatMap((county) =>
  Array.from({ length: Math.round((weightOf(county) / TOTAL) * 20_000) }, () => county.code),
)

/** The county in which somebody is collected. */
export const countyOf = (random: Random): string => random.pick(TABLE)
