import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

// Writes the Henan rows of the national table into the domain, once a release of that table.
// Henan's one county-level city under the province itself has no row for its parent: GB/T 2260
// keeps 419000 for such places, and people know it as 济源示范区.
const SOURCE = 'lcn/data/data.json'
const TARGET = new URL('../lib/collection/codes/divisions.data.ts', import.meta.url)
const PROVINCE = '41'
const UNDER_PROVINCE = ['419000', '济源示范区'] as const

const rows: readonly { code: string; name: string }[] = createRequire(import.meta.url)(SOURCE)
const henan = rows.filter(({ code }) => code.startsWith(PROVINCE) && code !== `${PROVINCE}0000`)
const pairs = new Map<string, string>(henan.map(({ code, name }) => [code, name]))
pairs.set(...UNDER_PROVINCE)

const lines = [...pairs]
  .sort(([a], [b]) => a.localeCompare(b))
  .map(([code, name]) => `  ['${code}', '${name}'],`)
writeFileSync(
  TARGET,
  `// Written by scripts/generate-divisions.ts from lcn (Ministry of Civil Affairs, 2024). Do not edit.

/** GB/T 2260 code and name of every unit below Henan province. */
export const DIVISION_ROWS: readonly (readonly [code: string, name: string])[] = [
${lines.join('\n')}
]
`,
)
