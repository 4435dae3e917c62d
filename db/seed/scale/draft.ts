import { entryContext, stepContext } from '#db/queries/drafts'
import type { PictureRef } from '#lib/collection/field'
import { readDraft } from '#lib/collection/parse'
import { present } from '#lib/collection/present'
import { longestYears } from '#lib/collection/rules/accounting-years'
import { keyring } from '#lib/protect/current'
import { sealJson } from '#lib/protect/seal'
import type { Typed } from './answers.ts'
import { dayOf, type Person, type World } from './world.ts'

const SEEDER = 'seed'

/** The rows of a draft that was saved once. */
export function saveTyped({ writer }: World, applicationId: string, typed: Typed, at: Date): void {
  const ring = keyring()
  const mark = { version: 1, savedBy: SEEDER, savedAt: at }
  for (const [step, raw] of Object.entries(typed.steps)) {
    const sealed = sealJson(ring, stepContext(applicationId, step), raw)
    writer.into.draftSteps({ applicationId, step, sealed, ...mark })
  }
  for (const [index, { id, list, raw }] of typed.entries.entries()) {
    const sealed = sealJson(ring, entryContext(applicationId, id), raw)
    writer.into.draftEntries({ id, applicationId, list, position: index + 1, sealed, ...mark })
  }
}

export type Pictures = Readonly<Record<string, Readonly<Record<string, PictureRef>>>>

/** What a submission of these answers freezes (`submitApplication`). */
export function snapshotOf(
  world: World,
  person: Person,
  office: string,
  typed: Typed,
  pictures: Pictures,
  at: Date,
) {
  const { name, idType, idNumber, mobile } = person
  const today = dayOf(at)
  const { dossier: read, facts } = readDraft(
    { ...typed, pictures },
    {
      today,
      person: { name, idType, idNumber, mobile },
      offices: [{ value: office, label: `${world.county(office).name}财政局` }],
    },
  )
  const { accountingStartDate: since } = read.employment
  const years = since ? { accountingYears: longestYears(since, today) } : {}
  const dossier = { ...read, employment: { ...read.employment, ...years } }
  return { dossier, facts, rows: present(dossier, facts), warnings: [] }
}

export type Snapshot = ReturnType<typeof snapshotOf>
