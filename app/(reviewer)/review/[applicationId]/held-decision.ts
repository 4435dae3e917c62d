import type { Wrong } from '#lib/collection/typed'
import { takeHeld } from '#lib/identity/held'
import { type TypedDecision, typedDecision } from '#lib/review/decision'
import type { Desk } from './dossier.ts'

/** Something typed on this page that was not carried out: printed again with what was wrong. */
export interface HeldTyping {
  readonly id: string
  readonly typed: TypedDecision
  /** The version that the form carried; 0 when it carried none. */
  readonly version: number
  /** By control name, for the forward form. */
  readonly values: Readonly<Record<string, string>>
  readonly errors: readonly Wrong[]
}

const isLine = (value: unknown): value is Wrong =>
  typeof value === 'object' && value !== null && 'name' in value && 'text' in value

/** What this reviewer typed on this page, or nothing. */
export async function heldTyping(desk: Desk, id: string | undefined): Promise<HeldTyping | undefined> {
  const held = await takeHeld(id, `person:${desk.session.person.id}`, desk.at)
  if (!held || !id) return undefined
  const values = Object.fromEntries(held.values)
  return {
    id,
    typed: typedDecision(held.values, desk.offered),
    version: Number.parseInt(values.version ?? '', 10) || 0,
    values,
    errors: Array.isArray(held.issues) ? held.issues.filter(isLine) : [],
  }
}
