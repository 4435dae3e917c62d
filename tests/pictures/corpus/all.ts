import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { believable } from './believable.ts'
import { bombs } from './hostile/bombs.ts'
import { chunks } from './hostile/chunks.ts'
import { cut } from './hostile/cut.ts'
import { flips } from './hostile/flips.ts'
import { frames } from './hostile/frames.ts'
import { kinds } from './hostile/kinds.ts'
import { metadata } from './hostile/metadata.ts'
import { polyglots } from './hostile/polyglots.ts'
import { profiles } from './hostile/profiles.ts'
import { segments } from './hostile/segments.ts'
import type { Family, Sample } from './sample.ts'

export const hostile: readonly Family[] = [
  ...cut,
  ...bombs,
  ...chunks,
  ...segments,
  ...flips,
  ...kinds,
  ...polyglots,
  ...metadata,
  ...profiles,
  ...frames,
]

/** @param id family and number, without what it is */
export function sampleOf(id: string): Sample {
  const found = [...hostile, ...believable]
    .flatMap(({ samples }) => samples)
    .find((sample) => sample.id.startsWith(`${id} `))
  if (!found) throw new Error(`no sample ${id}`)
  return found
}

/** Where the verdicts are kept: a line a file, id and verdict with a tab between them. */
const TABLE = join(import.meta.dirname, 'verdicts.txt')

/** What must become of each file, by its id. */
export const verdicts = (): ReadonlyMap<string, string> =>
  new Map(
    readFileSync(TABLE, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split('\t') as [string, string]),
  )
