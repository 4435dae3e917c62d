import { writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { BenchError, type Options, type Stores, storesOf } from './options.ts'
import { browser } from './part-browser.ts'
import { exported } from './part-export.ts'
import { pictures } from './part-pictures.ts'
import { queue } from './part-queue.ts'
import { store } from './part-store.ts'
import { headOfTable, lineOf, type Row, verdictOf } from './report.ts'

// Measures the goals of the design as ratios: `npm run bench -- [part …] [--small FILE --large FILE]
// [--people N] [--rounds N]`. Prints a table a part, writes bench.json and exits 1 when a goal is missed.

/** Every part by its name; all of them run when none is named. */
const PARTS: Readonly<Record<string, (options: Options) => Promise<Row[]>>> = {
  store,
  queue,
  export: exported,
  pictures,
  browser,
}

const USAGE = `npm run bench -- [${Object.keys(PARTS).join(' ')}] [--small FILE] [--large FILE] [--people N] [--rounds N]`

function readArguments() {
  const text = { type: 'string' } as const
  const options = { small: text, large: text, people: text, rounds: { ...text, default: '9' } } as const
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const rounds = Number(values.rounds)
  if (!Number.isInteger(rounds) || rounds < 1 || positionals.some((name) => !(name in PARTS)))
    throw new BenchError(USAGE)
  const names = positionals.length > 0 ? [...new Set(positionals)] : Object.keys(PARTS)
  return { ...values, names, rounds }
}

const machine = () => ({
  date: new Date().toISOString(),
  processors: `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}`,
  node: process.version,
  load: loadavg().map((one) => Number(one.toFixed(2))),
})

async function main(): Promise<void> {
  const root = resolve(import.meta.dirname, '../..')
  const { names, rounds, small, large, people } = readArguments()
  let found: Stores | undefined
  /** Made, named and checked when a part asks for them. */
  const stores = () => {
    if (found) return found
    found = storesOf(root, { small, large, people })
    console.log(`small: ${found.small.file}\nlarge: ${found.large.file}`)
    return found
  }
  const options: Options = { root, rounds, stores }
  const began = machine()
  console.log(`${began.date}, ${began.processors}, Node ${began.node}, load ${began.load.join(' ')}`)
  const all: Record<string, unknown[]> = {}
  let missed = 0
  for (const name of names) {
    const rows = (await PARTS[name]?.(options)) ?? []
    console.log(`\n${headOfTable('first', 'second')}\n${rows.map(lineOf).join('\n')}`)
    all[name] = rows.map((row) => ({ ...row, verdict: verdictOf(row) }))
    missed += rows.filter((row) => verdictOf(row) === 'missed').length
  }
  writeFileSync(
    join(root, 'bench.json'),
    `${JSON.stringify({ began, ended: machine(), rounds, parts: all }, undefined, 2)}\n`,
  )
  console.log(`\nload at the end ${machine().load.join(' ')}; ${missed} goals missed`)
  if (missed > 0) process.exitCode = 1
}

try {
  await main()
} catch (error) {
  if (!(error instanceof BenchError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
