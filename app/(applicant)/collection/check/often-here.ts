import type { Workspace } from '#db/queries/own'
import { reasonVersions } from '#db/queries/reasons'
import { sumReasons } from '#db/queries/statistics'
import { store } from '#db/store'
import { today } from '#lib/clock'
import { type OftenReturned, oftenReturned } from '#lib/statistics/often-returned'
import { readPeriod } from '#lib/statistics/period'
import { isChangeable } from './places.ts'

/** For what the office in charge returned most in its last weeks, as far as it concerns this application. */
export async function oftenHere(workspace: Workspace, now: Date): Promise<OftenReturned[]> {
  const { row, reading, rows, opening } = workspace
  const { read } = await store()
  const given = await sumReasons(read, [row.officeId], readPeriod(undefined, undefined, today(now)))
  if (given.length === 0) return []
  const versions = await reasonVersions(read, [row.officeId])
  return oftenReturned(given, versions, { dossier: reading.dossier, rows }, (group, line) =>
    isChangeable({ opening, facts: reading.facts }, group, line),
  )
}
