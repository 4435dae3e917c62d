/** Why a verb was refused. Prose is made at the edge. */
export type Refusal =
  | 'notOpen' // the application is not in a state that allows the verb
  | 'stale' // the version or revision shown is no longer the one stored
  | 'blocked' // blocking issues remain
  | 'declarationMissing'
  | 'consentMissing'
  | 'recordExists' // one record a person (case 17)
  | 'applicationOpen' // one open application a person
  | 'claimedByOther'
  | 'notClaimed'
  | 'ownRecord' // D14
  | 'reasonMissing' // D10
  | 'noteMissing'
  | 'sameOffice'
  | 'tooLate' // undo after ten minutes

/** A refusal of the domain, with the facts that a page needs to explain it. */
export class CollectionError extends Error {
  readonly code: Refusal
  readonly facts: Readonly<Record<string, string | number | undefined>>
  constructor(code: Refusal, facts: Readonly<Record<string, string | number | undefined>> = {}) {
    super(`refused: ${code}`)
    this.name = 'CollectionError'
    this.code = code
    this.facts = facts
  }
}
