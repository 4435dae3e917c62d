import { takeHeld } from '#lib/identity/held'
import { type TypedDecision, typedDecision } from '#lib/review/decision'
import type { Desk } from './dossier.ts'

interface SummaryLine {
  readonly name: string
  readonly text: string
}

/** Something typed on this page that was not carried out: printed again with what was wrong. */
export interface HeldTyping {
  readonly id: string
  readonly typed: TypedDecision
  /** The version that the form carried; 0 when it carried none. */
  readonly version: number
  /** Of the forward form. */
  readonly officeId: string
  readonly note: string
  readonly errors: readonly SummaryLine[]
}

const isLine = (value: unknown): value is SummaryLine =>
  typeof value === 'object' && value !== null && 'name' in value && 'text' in value

/** What this reviewer typed on this page, or nothing. */
export async function heldTyping(desk: Desk, id: string | undefined): Promise<HeldTyping | undefined> {
  const held = await takeHeld(id, `person:${desk.session.person.id}`, desk.at)
  if (!held || !id) return undefined
  const value = (name: string) => held.values.find(([key]) => key === name)?.[1] ?? ''
  return {
    id,
    typed: typedDecision(held.values, desk.offered),
    version: Number.parseInt(value('version'), 10) || 0,
    officeId: value('officeId'),
    note: value('note'),
    errors: Array.isArray(held.issues) ? held.issues.filter(isLine) : [],
  }
}
