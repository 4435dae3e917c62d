import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { type ChainEnd, macOfNext } from '#lib/protect/audit-chain'
import type { Keyring } from '#lib/protect/keyring'
import { dialect } from '../dialect.ts'
import { StoreError } from '../errors.ts'
import { auditStart, events } from '../schema.ts'
import type { Db, Store } from '../store.ts'
import { beginChain, findStart } from './start.ts'

/** Events that one write links: about ten milliseconds, so that everybody else's writes come between. */
const BATCH = 200
/** Two nodes link one after the other: they would give the same link twice. See also `engines/postgres.ts`. */
const LINK_LOCK = 4103

/** The chain was changed beneath a service that had seen its end: it must not be gone on with as if it were right. */
export class ChainError extends StoreError {}

// Literals in both, because the indices hold these rows alone and a bound value would hide that.
const isLinked = sql`${events.link} > 0`
const isWaiting = isNull(events.link)

async function lastLink(db: Db): Promise<{ link: number | null; mac: Buffer | null } | undefined> {
  const [last] = await db
    .select({ link: events.link, mac: events.mac })
    .from(events)
    .where(isLinked)
    .orderBy(desc(events.link))
    .limit(1)
  return last
}

/** Where the chain ends. @throws ChainError when it has no start, or its last link no code */
export async function findEnd(db: Db): Promise<ChainEnd> {
  const [start, last] = [await findStart(db), await lastLink(db)]
  if (start && !last) return { link: 0, mac: start.mac }
  if (!start || !last?.link || !last.mac)
    throw new ChainError('The chain of the events has no start, or its last link no code.')
  return { link: last.link, mac: last.mac }
}

/** Holds other nodes off until the transaction ends. */
async function lockChain(tx: Db): Promise<void> {
  if (dialect !== 'postgres') return
  // From the table with the one row.
  await tx.select({ locked: sql`pg_advisory_xact_lock(${LINK_LOCK})` }).from(auditStart)
}

/** Locks the chain for the rest of the transaction, begun if need be. @returns where it ends */
export async function holdEnd(tx: Db, ring: Keyring, now: Date): Promise<ChainEnd> {
  if (!(await findStart(tx)) && !(await lastLink(tx))) await beginChain(tx, ring, now, 0)
  await lockChain(tx)
  return findEnd(tx)
}

const waitingFor = (db: Db, limit: number) =>
  db.select().from(events).where(isWaiting).orderBy(asc(events.id)).limit(limit)

async function linkBatch(tx: Db, ring: Keyring, now: Date): Promise<{ linked: number; end: ChainEnd }> {
  let end = await holdEnd(tx, ring, now)
  const rows = await waitingFor(tx, BATCH)
  for (const row of rows) {
    end = { link: end.link + 1, mac: macOfNext(ring, end, row) }
    await tx
      .update(events)
      .set(end)
      .where(and(eq(events.id, row.id), isWaiting))
  }
  return { linked: rows.length, end }
}

/** @throws ChainError when the link that was the end once is another now, or gone */
async function checkSeen(db: Db, seen: ChainEnd): Promise<void> {
  const [found] =
    seen.link === 0
      ? [await findStart(db)]
      : await db
          .select({ mac: events.mac })
          .from(events)
          .where(and(isLinked, eq(events.link, seen.link)))
  if (!found?.mac?.equals(seen.mac))
    throw new ChainError(
      `The trail was changed beneath the service: link ${seen.link} is not what it was. Run "npm run audit:verify".`,
    )
}

export interface Linked {
  readonly end: ChainEnd
  /** Whether nothing that was committed is left to be linked. */
  readonly all: boolean
}

/**
 * Links committed events, the oldest first, in small writes. What is committed out of order is linked later:
 * the order is that of the links.
 * @param seen where the chain ended the last time, as this process remembers it
 * @param writes how many writes at most; the rest is found the next time
 * @throws ChainError when the chain is no longer the one that was seen
 */
export async function linkEvents(
  store: Store,
  ring: Keyring,
  now: Date,
  seen?: ChainEnd,
  writes = Number.POSITIVE_INFINITY,
): Promise<Linked> {
  if (seen) await checkSeen(store.read, seen)
  let end = seen
  for (let left = writes; left > 0; left--) {
    if (end && (await waitingFor(store.read, 1)).length === 0) return { end, all: true }
    const done = await store.write((tx) => linkBatch(tx, ring, now))
    end = done.end
    if (done.linked < BATCH) return { end, all: true }
  }
  return { end: end ?? (await findEnd(store.read)), all: false }
}
