import { now } from '#lib/clock'
import { takeHeld } from '#lib/identity/held'

/** A refused invitation, to be printed again. */
export interface HeldInvitation {
  readonly values: Readonly<Record<string, string>>
  readonly errors: readonly { readonly name: string; readonly text: string }[]
}

/** The refused invitation of this administrator, or nothing. */
export async function heldInvitation(
  personId: string,
  id: string | undefined,
): Promise<HeldInvitation | undefined> {
  const held = await takeHeld(id, `person:${personId}`, now())
  if (!held || !Array.isArray(held.issues)) return undefined
  return { values: Object.fromEntries(held.values), errors: held.issues as HeldInvitation['errors'] }
}
