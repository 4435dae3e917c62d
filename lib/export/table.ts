/** Text stays text; a number is one that is calculated with. */
export type Cell = string | number

/** One sheet: its name (at most 31 characters), the heading of each column, the rows. */
export interface Table {
  readonly name: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}
