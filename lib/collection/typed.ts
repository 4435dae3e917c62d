// Plain forms beside the steps: what was typed into a control, and what is wrong with it.

/** The text fields of a posted form, in the order sent. */
export type Pairs = readonly (readonly [string, string])[]

export interface Wrong {
  /** The control's name. */
  readonly name: string
  readonly text: string
}

/** Every value of a control that may repeat. */
export const typedValues = (pairs: Pairs, name: string): string[] =>
  pairs.flatMap(([key, value]) => (key === name ? [value] : []))

/** The first value of a control without the blanks around it; empty when there is none. */
export const typedValue = (pairs: Pairs, name: string): string => (typedValues(pairs, name)[0] ?? '').trim()

/** Code points. */
const length = (text: string) => [...text].length

/** Refuses a text of more than `max` code points. */
export const tooLong = (name: string, text: string, max: number): Wrong[] =>
  length(text) > max ? [{ name, text: `最多 ${max} 字，现在 ${length(text)} 字，请缩短` }] : []

/** Refuses what is no name: fewer than two code points, or more than `max`. */
export const noName = (name: string, label: string, text: string, max: number): Wrong[] =>
  length(text) >= 2 && length(text) <= max
    ? []
    : [{ name, text: `${label}须是 2 至 ${max} 字，您填了 ${length(text)} 字` }]
