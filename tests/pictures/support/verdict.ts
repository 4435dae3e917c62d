import { isRefusal, type Refusal } from '#lib/images/judge'
import type { MadePicture } from '#lib/uploads/make-picture'

/** A result in one line, with what was measured: as the table of verdicts has it. */
export function verdictOf(made: MadePicture | Refusal): string {
  if (!isRefusal(made)) {
    const { verdict, after, changes } = made.outcome
    return `${verdict} ${after.width}×${after.height} ${changes.join(',')}`.trim()
  }
  switch (made.code) {
    case 'wrongKind':
      return `wrongKind ${made.format}`
    case 'tooManyPixels':
    case 'tooSmall':
      return `${made.code} ${made.width}×${made.height}`
    default:
      return made.code
  }
}
