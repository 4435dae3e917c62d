/** One row of a code table: the stored code and the Chinese term that the label begins with. */
export interface Option {
  readonly value: string
  readonly label: string
  readonly hint?: string
}

/** The label of a code; a code that left the table reads as itself, so old records stay readable. */
export function labelOf(options: readonly Option[], value: string): string {
  return options.find((option) => option.value === value)?.label ?? value
}
