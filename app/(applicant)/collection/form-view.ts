import { cache } from 'react'
import { officesOfDivision } from '#db/queries/offices'
import { store } from '#db/store'
import { today } from '#lib/clock'
import { boundsOf } from '#lib/collection/bounds'
import type { Answers, Facts, Raw } from '#lib/collection/field'
import { blocking, type DraftContent, issuesOf, readDraft, readPart } from '#lib/collection/parse'
import type { Issue } from '#lib/collection/rule'
import type { PartId, StepId } from '#lib/collection/step'
import { isStepId, partOf } from '#lib/collection/steps/index'
import type { OwnPage } from '../own.ts'
import { type Held, heldFor } from '../posting.ts'

/** What a form prints: values, how they read, and what is wrong with them when asked. */
export interface FormView {
  readonly raw: Raw
  /** Stored values, where they differ from the held ones because of another session. */
  readonly stored: Raw
  readonly stale: readonly string[]
  readonly released: boolean
  readonly answers: Answers
  readonly facts: Facts
  /** Empty unless errors were asked for. */
  readonly issues: readonly Issue[]
  readonly warnings: readonly Issue[]
  /** What the other answers leave open at a field. */
  readonly bounds: Readonly<Record<string, string>>
}

const EMPTY: DraftContent = { steps: {}, entries: [], pictures: {} }

/** What the form offers where nothing has been stored yet (D4 prefills the post status, R32 无). */
function suggested(part: PartId, facts: Facts): Raw {
  return Object.fromEntries(
    Object.entries(partOf(part).fields).flatMap(([name, field]) => {
      const value = field.suggest?.(facts)
      return value === undefined ? [] : [[name, [value]]]
    }),
  )
}

function withRaw(draft: DraftContent, part: PartId, item: string | undefined, raw: Raw): DraftContent {
  if (isStepId(part)) return { ...draft, steps: { ...draft.steps, [part]: raw } }
  const others = draft.entries.filter((e) => e.id !== item)
  return { ...draft, entries: [...others, { id: item ?? 'new', list: part, raw }] }
}

async function factsFor(own: OwnPage, county: string | undefined): Promise<Omit<Facts, 'scope'>> {
  const { read } = await store()
  const offices = county ? await officesOfDivision(read, county) : []
  const { name, idType, idNumber, mobile } = own.session.person
  return {
    today: today(own.at),
    person: { name, idType, idNumber, mobile },
    offices: offices.map((o) => ({ value: o.id, label: o.name })),
  }
}

/**
 * The form of a step (`item` undefined) or of an entry (`item` undefined for a new one). A held form is
 * printed in place of what is stored, with its errors.
 */
export const formView = cache(
  async (
    own: OwnPage,
    part: PartId,
    item: string | undefined,
    query: { check?: string; held?: string },
  ): Promise<FormView> => {
    const held: Held | undefined = await heldFor(own.session.person.id, query.held, own.at)
    const draft = own.workspace?.draft ?? EMPTY
    const stored = isStepId(part)
      ? draft.steps[part as StepId]
      : draft.entries.find((e) => e.id === item)?.raw
    const typed = held?.raw ?? stored
    const content = typed ? withRaw(draft, part, item, typed) : draft
    const county = content.steps.scope?.collectionDivisionCode?.[0]
    const reading = readDraft(content, await factsFor(own, county))
    const raw = typed ?? suggested(part, reading.facts)
    const key = isStepId(part) ? part : (item ?? 'new')
    const { answers } = readPart(partOf(part), raw, draft.pictures[key] ?? {}, reading.facts, item)
    const issues = issuesOf(reading.issues, part, isStepId(part) ? undefined : (item ?? 'new'))
    return {
      raw,
      stored: stored ?? {},
      stale: held?.stale ?? [],
      released: held?.released ?? false,
      answers,
      facts: reading.facts,
      issues: query.check || held ? blocking(issues) : [],
      warnings: issues.filter((i) => i.level === 'warning'),
      bounds: boundsOf(reading.dossier, reading.facts, part),
    }
  },
)
