import { sameRow } from '#lib/collection/diff'
import { rowsByKey } from '#lib/collection/present'
import type { Desk } from './dossier.ts'

/** Rows that were ticked as checked when the last round was returned, and that read the same now. */
export function keptTicks({ answered, bases, submission }: Desk): ReadonlySet<string> {
  const base = bases.find(({ by }) => by === 'round')
  if (!answered || !base || base.submission.id !== answered.submissionId) return new Set()
  const [then, now] = [rowsByKey(base.submission.snapshot.rows), rowsByKey(submission.snapshot.rows)]
  return new Set(answered.ticks.filter((key) => now.has(key) && sameRow(then.get(key), now.get(key))))
}
