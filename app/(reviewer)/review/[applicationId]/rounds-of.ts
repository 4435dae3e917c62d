import type { Decision } from '#db/queries/decisions'
import type { Submission } from '#db/queries/submissions'
import { type Compared, compare } from '#lib/review/compared'
import type { Desk } from './dossier.ts'

/** Changes that the folds print together, some 30 kB of page; a round beyond them opens on a page of its own. */
export const MOST_FOLDED = 40

/** A submission that was decided on, or after which another one came. */
export interface Round {
  readonly submission: Submission
  /** Nothing where the applicant had withdrawn it. */
  readonly decision: Decision | undefined
  /** What the next submission changed; nothing at the newest one. */
  readonly compared: Compared<Decision['comments'][number]> | undefined
  /** Where that is read: in the fold, in the comparison further up, or on a page of the round's own. */
  readonly read: 'here' | 'above' | 'apart'
}

const sizeOf = ({ changes, untouched }: Compared<unknown>) => changes.length + untouched.length

/**
 * The rounds of an application, newest first.
 * @param opened number of the round whose page this is: it is printed whatever its size; none where it is no
 * number
 */
export function roundsOf(
  { rounds, decisions, bases }: Pick<Desk, 'rounds' | 'decisions' | 'bases'>,
  opened: number,
) {
  const newest = rounds.length - 1
  const above = bases.find(({ by }) => by === 'round')?.submission.id
  let room = MOST_FOLDED
  return rounds
    .map((submission, at): Round => {
      const next = rounds[at + 1]
      const decision = decisions.find(({ n }) => n === submission.n)
      const said = decision?.comments ?? []
      const compared = next && compare(submission.snapshot.rows, next.snapshot.rows, said)
      // Further up, the last round is compared with this one: the same only when it is the one before.
      const read = at === newest - 1 && submission.id === above ? 'above' : 'here'
      return { submission, decision, compared, read }
    })
    .filter(({ decision, compared }) => decision !== undefined || compared !== undefined)
    .reverse()
    .map((round): Round => {
      const { submission, compared, read } = round
      if (!compared || read !== 'here' || submission.n === opened) return round
      if (sizeOf(compared) > room) return { ...round, read: 'apart' }
      room -= sizeOf(compared)
      return round
    })
}
