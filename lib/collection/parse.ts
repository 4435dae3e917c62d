import {
  type Answers,
  type Facts,
  isAsked,
  isRequired,
  type PictureRef,
  type Raw,
  type Value,
} from './field.ts'
import { controlsOf, missingText, readField, writeField } from './kinds/index.ts'
import type { Dossier, Issue } from './rule.ts'
import { RULES } from './rules/index.ts'
import type { Entry, ListName, PartId, Step, StepId } from './step.ts'
import { LISTS, STEPS, stepOf } from './steps/index.ts'

/** The pictures of one step or entry: slot → picture. */
export type Pictures = Readonly<Record<string, PictureRef>>

/** A draft as it is stored: what was typed, right or wrong (house rule "post, store, redirect"). */
export interface DraftContent {
  readonly steps: Readonly<Partial<Record<StepId, Raw>>>
  readonly entries: readonly { readonly id: string; readonly list: ListName; readonly raw: Raw }[]
  /** `personal` or the entry's id → its pictures. */
  readonly pictures: Readonly<Record<string, Pictures>>
}

export interface PartReading {
  readonly answers: Answers
  readonly issues: readonly Issue[]
}

/** Everything known about a draft: typed answers, and what is still wrong with them. */
export interface DraftReading {
  readonly facts: Facts
  readonly dossier: Dossier
  /** Field by field and across parts, in the order of the journey. */
  readonly issues: readonly Issue[]
}

/**
 * Reads one step or entry. Values that the chosen branch excludes are left out (R21, R25);
 * derived values come from the facts, whatever was posted (R16).
 */
export function readPart(step: Step, raw: Raw, pictures: Pictures, facts: Facts, item?: string): PartReading {
  const answers: Record<string, Value | undefined> = {}
  const issues: Issue[] = []
  const typed = (control: string) => raw[control] ?? []
  for (const [name, field] of Object.entries(step.fields)) {
    const say = (message: string, code: string) =>
      issues.push({
        part: step.id,
        ...(item ? { item } : {}),
        field: name,
        code,
        level: 'error',
        when: field.kind === 'picture' ? 'submit' : 'step',
        message,
      })
    if (!isAsked(field, answers, facts)) {
      if (field.excluded !== undefined) answers[name] = field.excluded
      continue
    }
    const derived = field.derive?.(facts)
    if (derived !== undefined) {
      answers[name] = derived
      continue
    }
    const reading =
      field.kind === 'picture' ? { value: pictures[name] } : readField(field, name, typed, facts)
    if ('message' in reading && reading.message !== undefined) say(reading.message, 'form')
    else if (reading.value !== undefined) answers[name] = reading.value
    else if (isRequired(field, answers, facts)) say(missingText(field), 'missing')
  }
  return { answers, issues }
}

/** Reads a whole draft and runs every rule over it. `facts.scope` is filled here. */
export function readDraft(draft: DraftContent, known: Omit<Facts, 'scope'>): DraftReading {
  const bare = { ...known, scope: {} }
  const scope = readPart(stepOf('scope'), draft.steps.scope ?? {}, {}, bare)
  const facts: Facts = { ...known, scope: scope.answers }
  const issues: Issue[] = []
  const dossier: Record<string, Answers | readonly Entry[]> = {}
  for (const step of STEPS) {
    const reading = readPart(step, draft.steps[step.id as StepId] ?? {}, draft.pictures[step.id] ?? {}, facts)
    dossier[step.id] = reading.answers
    issues.push(...reading.issues)
  }
  for (const list of LISTS) {
    dossier[list.id] = draft.entries
      .filter((entry) => entry.list === list.id)
      .map((entry) => {
        const reading = readPart(list, entry.raw, draft.pictures[entry.id] ?? {}, facts, entry.id)
        issues.push(...reading.issues)
        return { id: entry.id, answers: reading.answers }
      })
  }
  // The step files give every key its own type; reading them in a loop loses it, so it is restored here.
  const typed = dossier as unknown as Dossier
  return { facts, dossier: typed, issues: [...issues, ...rulesOver(typed, facts, issues)].sort(byJourney) }
}

/** Rules speak only where the field itself has been understood: one sentence a field. */
function rulesOver(dossier: Dossier, facts: Facts, already: readonly Issue[]): Issue[] {
  const spoken = new Set(already.map((i) => `${i.part}.${i.item ?? ''}.${i.field}`))
  return RULES.flatMap((rule) => rule.check(dossier, facts)).filter(
    (i) => i.level === 'warning' || !spoken.has(`${i.part}.${i.item ?? ''}.${i.field}`),
  )
}

const ORDER = new Map<string, number>(
  [...STEPS, ...LISTS].flatMap((step, at) => [
    [step.id, at * 100] as const,
    ...Object.keys(step.fields).map((name, n) => [`${step.id}.${name}`, at * 100 + n + 1] as const),
  ]),
)
const rank = (i: Issue) => ORDER.get(i.field ? `${i.part}.${i.field}` : i.part) ?? 0
const byJourney = (a: Issue, b: Issue) => rank(a) - rank(b)

/** Issues of one page: a step, a list (`item` undefined: of the list itself and all its entries), or one entry. */
export function issuesOf(issues: readonly Issue[], part: PartId, item?: string): readonly Issue[] {
  return issues.filter((i) => i.part === part && (item === undefined || i.item === item))
}

/** What stops the submission. */
export const blocking = (issues: readonly Issue[]): readonly Issue[] =>
  issues.filter((i) => i.level === 'error')

/** Control names of a step, to which a posted form is cut down (unknown names are never stored). */
export function controlNames(step: Step): ReadonlySet<string> {
  return new Set(Object.entries(step.fields).flatMap(([name, field]) => [...controlsOf(field, name)]))
}

/**
 * The values of a posted form that belong to this step. Unknown names are dropped; a scalar that was
 * sent twice keeps what was stored (contract section 6).
 */
export function valuesOf(step: Step, posted: Iterable<readonly [string, string]>, stored: Raw = {}): Raw {
  const known = controlNames(step)
  const several = new Set(Object.entries(step.fields).flatMap(([n, f]) => (f.kind === 'choices' ? [n] : [])))
  const raw: Record<string, string[]> = {}
  for (const [name, value] of posted) {
    if (!known.has(name)) continue
    const values = raw[name] ?? []
    values.push(value)
    raw[name] = values
  }
  for (const [name, values] of Object.entries(raw)) {
    if (values.length > 1 && !several.has(name)) {
      const kept = stored[name]
      if (kept) raw[name] = [...kept]
      else delete raw[name]
    }
  }
  return raw
}

/** Raw values that read back to these answers: prefills a change draft from a record (D13). */
export function rawOf(step: Step, answers: Answers): Raw {
  return Object.fromEntries(
    Object.entries(step.fields).flatMap(([name, field]) => {
      const value = answers[name]
      if (value === undefined || field.kind === 'picture') return []
      return Object.entries(writeField(field, name, value))
    }),
  )
}
