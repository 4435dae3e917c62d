import type { Answers, PictureRef } from './field.ts'
import type { Dossier } from './rule.ts'

/** Answers that become columns, because the queue filters, sorts or shows them. */
export interface Promoted {
  readonly unitName: string
  readonly targetExam: string
  /** What the reviewer's queue marks, e.g. `background`. */
  readonly flags: readonly string[]
}

const isPicture = (value: unknown): value is PictureRef =>
  typeof value === 'object' && value !== null && 'documentId' in value

/** The one list of answers that are named outside rules (house 4.13). */
export function promote(dossier: Dossier): Promoted {
  const pictures = Object.values(dossier.personal as Answers).filter(isPicture)
  return {
    unitName: dossier.employment.unitName ?? '',
    targetExam: dossier.scope.targetExam ?? 'none',
    flags: [...new Set(pictures.flatMap((p) => p.flags))],
  }
}
