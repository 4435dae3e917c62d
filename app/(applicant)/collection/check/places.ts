import { isOpen, type Opening } from '#lib/collection/opening'
import type { Row, RowGroup } from '#lib/collection/present'
import type { Issue } from '#lib/collection/rule'
import { isListName, partOf } from '#lib/collection/steps/index'
import { paths, withQuery } from '#lib/paths'

/** The page that mends it, with the field as its fragment. */
export function issueHref({ part, item, field }: Issue): string {
  const page = item && isListName(part) ? paths.entry(part, item) : paths.part(part)
  return `${withQuery(page, { check: '1' })}#${field ?? part}`
}

/** Where a row is changed. */
export function rowHref({ part, item }: RowGroup, { field }: Row): string {
  const page = item && isListName(part) ? paths.entry(part, item) : paths.part(part)
  return `${page}#${field}`
}

/** Whether the person may change a row: its part is open, and it is not what the identity platform gives. */
export const isChangeable = (opening: Opening, { part, item }: RowGroup, { field }: Row): boolean =>
  isOpen(opening, part, item) && partOf(part).fields[field]?.derive === undefined
