import { parseKey } from './present.ts'
import { RULES } from './rules/index.ts'
import type { PartId } from './step.ts'
import { isListName, isPartId, isStepId, PARTS } from './steps/index.ts'

/** Which parts and entries of a draft may be changed. */
export interface Opening {
  readonly parts: readonly PartId[]
  /** Single entries of lists that are otherwise closed. */
  readonly entries: readonly string[]
}

export const EVERYTHING: Opening = { parts: PARTS.map((p) => p.id), entries: [] }

/** The parts that a rule ties to this one (D10, D13). */
export function tiedTo(part: PartId): readonly PartId[] {
  const tied = RULES.filter((rule) => rule.ties.includes(part)).flatMap((rule) => rule.ties)
  return PARTS.map((p) => p.id).filter((id) => id !== part && tied.includes(id))
}

const inOrder = (ids: ReadonlySet<PartId>) => PARTS.map((p) => p.id).filter((id) => ids.has(id))

/**
 * What a return opens (D10): steps and entries that carry a comment, on a field or on the entry as a whole,
 * and every part that a rule ties to them. Without comments, or with `openAll`, everything.
 */
export function openedByReturn(commentKeys: readonly string[], openAll: boolean): Opening {
  const places = commentKeys.map(parseKey).filter((p) => p !== undefined)
  if (openAll || places.length === 0) return EVERYTHING
  const parts = new Set<PartId>()
  const entries = new Set<string>()
  for (const { part, item } of places) {
    if (!isPartId(part)) continue
    if (item) entries.add(item)
    else parts.add(part)
    for (const tied of tiedTo(part)) parts.add(tied)
  }
  return { parts: inOrder(parts), entries: [...entries] }
}

/** What a change opens (D13): the chosen parts and what a rule ties to them. */
export function openedByChange(chosen: readonly string[]): Opening {
  const parts = new Set<PartId>()
  for (const id of chosen) {
    if (!isPartId(id)) continue
    parts.add(id)
    for (const tied of tiedTo(id)) parts.add(tied)
  }
  return { parts: inOrder(parts), entries: [] }
}

/** Whether a step, a list, or one entry of a list may be changed; an open entry may be removed, too. */
export function isOpen(opening: Opening, part: PartId, item?: string): boolean {
  if (opening.parts.includes(part)) return true
  if (item !== undefined) return opening.entries.includes(item)
  return false
}

/** Whether anything at all on this part's page may be changed. */
export function isPartlyOpen(opening: Opening, part: PartId, entryIds: readonly string[]): boolean {
  if (isOpen(opening, part)) return true
  return !isStepId(part) && isListName(part) && entryIds.some((id) => opening.entries.includes(id))
}
