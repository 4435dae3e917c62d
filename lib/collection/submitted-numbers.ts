import type { Answers } from './field.ts'
import { rowKey } from './present.ts'
import type { Dossier } from './rule.ts'
import type { Entry, PartId } from './step.ts'
import { LISTS, STEPS } from './steps/index.ts'

/** A number of a certificate or of a work unit as it was submitted. */
export interface SubmittedNumber {
  /** Numbers of different kinds are never the same number. */
  readonly kind: 'certificate' | 'unitCode'
  readonly key: string
  /** In the form in which two are compared: NFKC, upper case, no blanks or hyphens. */
  readonly number: string
  /** The unit's name beside a credit code, as typed; empty for certificates. */
  readonly said: string
}

/** Shorter ones are no numbers: people write 1 or 无 where they have none. */
const SHORTEST = 6

const canonical = (typed: string) =>
  typed
    .normalize('NFKC')
    .replace(/[\s\-–—]/gu, '')
    .toUpperCase()

function certificatesOf(part: PartId, answers: Answers, item?: string): SubmittedNumber[] {
  return Object.entries(answers).flatMap(([field, value]) => {
    if (!/certNo$/i.test(field) || typeof value !== 'string') return []
    const number = canonical(value)
    return [...number].length < SHORTEST
      ? []
      : [{ kind: 'certificate' as const, key: rowKey(part, field, item), number, said: '' }]
  })
}

/** Every number of a collection under which the same paper or the same unit is found in other files. */
export function submittedNumbers(dossier: Dossier): SubmittedNumber[] {
  const steps = STEPS.flatMap(({ id }) => certificatesOf(id, dossier[id] as Answers))
  const entries = LISTS.flatMap(({ id }) =>
    (dossier[id] as readonly Entry[]).flatMap((entry) => certificatesOf(id, entry.answers, entry.id)),
  )
  const { uscc, unitName } = dossier.employment
  const unit = uscc
    ? [
        {
          kind: 'unitCode' as const,
          key: rowKey('employment', 'uscc'),
          number: canonical(uscc),
          said: unitName ?? '',
        },
      ]
    : []
  return [...steps, ...entries, ...unit]
}
