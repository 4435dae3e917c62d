import type { AnswersOf, Facts } from './field.ts'
import type { Entry, PartId } from './step.ts'
import type { ListFields, StepFields } from './steps/index.ts'

/** Typed parsed answers of the whole collection: what rules look at. */
export type Dossier = { readonly [K in keyof StepFields]: AnswersOf<StepFields[K]> } & {
  readonly [K in keyof ListFields]: readonly Entry<AnswersOf<ListFields[K]>>[]
}

/** Where something is said: a field of a step, or of one entry of a list. */
export interface Place {
  readonly part: PartId
  /** The entry's opaque id; absent for steps and for the list as a whole. */
  readonly item?: string
  /** The field's machine name; absent when the list as a whole is meant. */
  readonly field?: string
}

/**
 * Something to mend (`error`) or to look at (`warning`).
 * `when`: `step` stops "保存并继续" on its own page, `submit` stops only the submission
 * (pictures and entries that are added elsewhere must not lock a page).
 */
export interface Issue extends Place {
  readonly code: string
  readonly level: 'error' | 'warning'
  readonly when: 'step' | 'submit'
  readonly message: string
  /** The page that holds the other half of the contradiction. */
  readonly see?: Place
}

/** A rule of the guide, pure: the same dossier and facts give the same issues. */
export interface Rule {
  /** `R27`, `D4`, `V-TITLE` … */
  readonly id: string
  readonly source: string
  /** The parts the rule ties together: a return that opens one opens the others (D10). */
  readonly ties: readonly PartId[]
  readonly check: (dossier: Dossier, facts: Facts) => readonly Issue[]
}
