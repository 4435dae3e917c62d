import type { PictureField } from '#lib/collection/field'
import { slotOf } from '#lib/collection/journey'
import { LIMITS, type PictureLimit, type SlotKind, slotKindOf } from '#lib/collection/limits'
import type { PartId } from '#lib/collection/step'
import { isListName, STEPS } from '#lib/collection/steps/index'

/** Where one picture belongs, and what is asked of it. That the entry exists is for the store to say. */
export interface Place {
  readonly part: PartId
  /** The entry, where the part is a list. */
  readonly item?: string
  /** What the slot is stored under: step id or entry id. */
  readonly owner: string
  readonly slot: string
  readonly field: PictureField
  readonly kind: SlotKind
  readonly limit: PictureLimit
}

function place(part: PartId, slot: string, item?: string): Place | undefined {
  const field = slotOf(part, slot)
  if (!field) return undefined
  const kind = slotKindOf(part, slot)
  return { part, owner: item ?? part, slot, field, kind, limit: LIMITS[kind], ...(item ? { item } : {}) }
}

/**
 * The place an address names.
 * @param list list name, or empty for a slot of a step
 * @param item entry id, or empty
 * @returns nothing for an address that no picture has
 */
export function placeAt(list: string, item: string, slot: string): Place | undefined {
  if (list === '') return STEPS.flatMap((step) => place(step.id, slot) ?? [])[0]
  return isListName(list) && item !== '' ? place(list, slot, item) : undefined
}
