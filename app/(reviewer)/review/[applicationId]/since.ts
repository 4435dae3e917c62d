import { findRoundNumber } from '#db/queries/compare'
import type { HistoryEvent } from '#db/queries/desk-history'
import { store } from '#db/store'
import { type Change, diff } from '#lib/collection/diff'
import type { Desk } from './dossier.ts'
import { VERB_WORDS } from './words.ts'

/** What happened to an application after a page of it had been opened. */
export interface Since {
  readonly events: readonly HistoryEvent[]
  /** Fields that read differently since then. */
  readonly changes: readonly Change[]
}

/** The events that moved it from the version seen to the one now: each verb moves the version by one. */
export function eventsSince(
  history: readonly HistoryEvent[],
  seen: number,
  version: number,
): readonly HistoryEvent[] {
  const moves = history.filter((event) => VERB_WORDS[event.verb])
  return version > seen && seen > 0 ? moves.slice(Math.max(0, moves.length - (version - seen))) : []
}

/**
 * What changed under a reviewer since they opened the page.
 * @param seen the version that their form carried; 0 when it is not known
 */
export async function happenedSince(desk: Desk, seen: number): Promise<Since> {
  const events = eventsSince(desk.history, seen, desk.row.version)
  const submits = events.filter((event) => event.verb === 'submit').length
  if (submits === 0) return { events, changes: [] }
  const { read } = await store()
  const then = await findRoundNumber(read, desk.row.id, desk.submission.n - submits)
  const { rows } = desk.submission.snapshot
  return { events, changes: then ? diff(then.snapshot.rows, rows) : [] }
}
