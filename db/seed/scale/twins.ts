import type { PersonFacts } from '#lib/collection/field'

// What a reviewer is warned of must be there to be found: in every five hundred of the crowd somebody states
// the number of their neighbour's certificate, and somebody is registered again under another type of document.
// By their place alone, so that every maker makes the same of them.

/** Code of the ordinary passport among the types of documents. */
const PASSPORT = '414'
const EVERY = 500
const CERTIFICATE = 150
const IDENTITY = 350

/** Whether the certificate is the one of the person before, whose place is one lower. */
export const copiesCertificate = (nth: number): boolean => nth % EVERY === CERTIFICATE

/** Whether they are the person before once more. */
export const isTwin = (nth: number): boolean => nth % EVERY === IDENTITY

/** Whether they hold a certificate, whatever chance says. */
export const holdsCertificate = (nth: number): boolean => copiesCertificate(nth) || copiesCertificate(nth + 1)

/** Whether they have handed something in, whatever chance says: one of a pair is not found without the other. */
export const isPaired = (nth: number): boolean => holdsCertificate(nth) || isTwin(nth) || isTwin(nth + 1)

/** At what a reviewer of theirs is asked to look, as `attentionOf` says it. */
export const hintsOf = (nth: number): readonly string[] => [
  ...(copiesCertificate(nth) ? ['number'] : []),
  ...(isTwin(nth) ? ['identity'] : []),
]

/** The number of the certificate of somebody who holds one: nobody else's but for the copies. */
export const certificateNumberOf = (nth: number): string =>
  `DEMO4101${String(copiesCertificate(nth) ? nth - 1 : nth).padStart(8, '0')}`

/** Somebody once more, under the same number as another type of document, with a telephone of their own. */
export const twinOf = (before: PersonFacts, mobile: string): PersonFacts => ({
  ...before,
  idType: PASSPORT,
  mobile,
})
