import type { Row, RowGroup } from '#lib/collection/present'

/** The rows that say something, and of those the ones that `also` lets through. */
export const filled = (groups: readonly RowGroup[], also: (row: Row) => boolean = () => true): RowGroup[] =>
  groups.map((group) => ({ ...group, rows: group.rows.filter((row) => row.text !== '' && also(row)) }))
