import type { Answers, Facts, Fields } from './field.ts'

export type StepId = 'scope' | 'personal' | 'education' | 'employment'
export type ListName = 'qualifications' | 'talents' | 'honours' | 'penalties' | 'remarks'
/** A part of the collection: what 信息变更 chooses and what a task stands for. */
export type PartId = StepId | ListName

/** A heading on the page with the fields under it. */
export interface Section<Name extends string = string> {
  readonly title: string
  readonly note?: string
  readonly fields: readonly Name[]
  /** A question people ask here, answered in place. */
  readonly help?: { readonly question: string; readonly answer: string; readonly source?: string }
}

/** One page of the wizard, said once: form, task, check page, review, diff and export are taken from it. */
export interface Step<F extends Fields = Fields> {
  readonly id: PartId
  readonly title: string
  /** What the task list says the part holds. */
  readonly holds: string
  readonly lead?: string
  readonly source?: string
  readonly fields: F
  readonly sections: readonly Section[]
}

/** A list of entries, each filled on a page of its own (guide 3.5). */
export interface ListStep<F extends Fields = Fields> extends Step<F> {
  readonly id: ListName
  /** What one entry is called: `添加一项资格`. */
  readonly entry: string
  /** How an entry is named on its card. */
  readonly nameOf: (answers: Answers, facts: Facts) => string
  /** Said where the list is empty. */
  readonly none: string
  readonly max: number
}

/** Holds the sections to the names of the fields, and the id to a step's. */
type Named<F extends Fields> = { readonly sections: readonly Section<keyof F & string>[] }
export const defineStep = <const F extends Fields>(
  step: Step<F> & Named<F> & { readonly id: StepId },
): Step<F> => step
export const defineList = <const F extends Fields>(step: ListStep<F> & Named<F>): ListStep<F> => step

/** One filled entry of a list; `id` is opaque and has no dots. */
export interface Entry<A = Answers> {
  readonly id: string
  readonly answers: A
}
