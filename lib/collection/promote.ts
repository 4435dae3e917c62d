import { dossierPictures } from './dossier-pictures.ts'
import { flagsIn, type PictureFlag } from './picture-flags.ts'
import type { Dossier } from './rule.ts'

/** Answers that become columns, because the queue filters, sorts or shows them. */
export interface Promoted {
  readonly unitName: string
  readonly targetExam: string
  /** What the reviewer's queue marks: everything that was noticed on any picture. */
  readonly flags: readonly PictureFlag[]
}

/** The one list of answers that are named outside rules (house 4.13). */
export function promote(dossier: Dossier): Promoted {
  return {
    unitName: dossier.employment.unitName ?? '',
    targetExam: dossier.scope.targetExam ?? 'none',
    flags: flagsIn(dossierPictures(dossier).flatMap(([, { flags }]) => flags)),
  }
}
