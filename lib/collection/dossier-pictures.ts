import type { Answers, PictureRef } from './field.ts'
import type { Dossier, Place } from './rule.ts'
import type { Entry, PartId } from './step.ts'

const isPicture = (value: unknown): value is PictureRef =>
  typeof value === 'object' && value !== null && 'documentId' in value

type Held = Answers | readonly Entry<Answers>[]

/** Every picture of a collection with its place, steps and entries alike. */
export function dossierPictures(dossier: Dossier): (readonly [Place, PictureRef])[] {
  return (Object.entries(dossier) as [PartId, Held][]).flatMap(([part, held]) => {
    const groups = Array.isArray(held)
      ? (held as readonly Entry<Answers>[]).map(({ id, answers }) => ({ place: { part, item: id }, answers }))
      : [{ place: { part }, answers: held as Answers }]
    return groups.flatMap(({ place, answers }) =>
      Object.entries(answers).flatMap(([field, value]) =>
        isPicture(value) ? [[{ ...place, field }, value] as const] : [],
      ),
    )
  })
}
