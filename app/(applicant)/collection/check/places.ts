import type { Facts } from '#lib/collection/field'
import { isOpen, type Opening } from '#lib/collection/opening'
import type { Row, RowGroup } from '#lib/collection/present'
import type { Issue, Place } from '#lib/collection/rule'
import { isListName, partOf } from '#lib/collection/steps/index'
import { paths, withQuery } from '#lib/paths'

const pageOf = ({ part, item }: Omit<Place, 'field'>): string =>
  item && isListName(part) ? paths.entry(part, item) : paths.part(part)

/** The page that mends it, with the field as its fragment. */
export const issueHref = (issue: Issue): string =>
  `${withQuery(pageOf(issue), { check: '1' })}#${issue.field ?? issue.part}`

/** Where a row is changed. */
export const rowHref = (group: RowGroup, { field }: Row): string => `${pageOf(group)}#${field}`

/** Whether the person may change a row: its part is open, and it is not what the identity platform gives. */
export const isChangeable = (
  { opening, facts }: { readonly opening: Opening; readonly facts: Facts },
  { part, item }: RowGroup,
  { field }: Row,
): boolean => isOpen(opening, part, item) && partOf(part).fields[field]?.derive?.(facts) === undefined
