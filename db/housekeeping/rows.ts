import { and, inArray, lt } from 'drizzle-orm'
import { RETENTION } from '#lib/retention'
import { attempts, heldForms, outbox, sessions } from '../schema.ts'
import type { Db, Store } from '../store.ts'

/** Rows that one transaction removes: applicants' saves go between two of them. */
const BATCH = 500

interface Sweep {
  readonly name: string
  readonly keptMs: number
  /** Ids of at most `BATCH` rows from before an instant. */
  readonly find: (db: Db, until: Date) => Promise<string[]>
  readonly remove: (tx: Db, ids: string[], until: Date) => Promise<unknown>
}

const idsOf = async (rows: Promise<{ id: string | number }[]>) => (await rows).map(({ id }) => String(id))

const SWEEPS: readonly Sweep[] = [
  {
    name: 'sessions',
    keptMs: RETENTION.session,
    find: (db, until) =>
      idsOf(db.select({ id: sessions.id }).from(sessions).where(lt(sessions.createdAt, until)).limit(BATCH)),
    remove: (tx, ids) => tx.delete(sessions).where(inArray(sessions.id, ids)),
  },
  {
    name: 'held forms',
    keptMs: RETENTION.heldForm,
    find: (db, until) =>
      idsOf(
        db.select({ id: heldForms.id }).from(heldForms).where(lt(heldForms.createdAt, until)).limit(BATCH),
      ),
    remove: (tx, ids) => tx.delete(heldForms).where(inArray(heldForms.id, ids)),
  },
  {
    name: 'messages',
    keptMs: RETENTION.message,
    find: (db, until) =>
      idsOf(db.select({ id: outbox.id }).from(outbox).where(lt(outbox.leavesAt, until)).limit(BATCH)),
    remove: (tx, ids) => tx.delete(outbox).where(inArray(outbox.id, ids.map(Number))),
  },
  {
    name: 'attempts',
    keptMs: RETENTION.attempt,
    find: (db, until) =>
      idsOf(
        db
          .select({ id: attempts.key })
          .from(attempts)
          .where(lt(attempts.window, until.getTime()))
          .limit(BATCH),
      ),
    remove: (tx, keys, until) =>
      tx.delete(attempts).where(and(inArray(attempts.key, keys), lt(attempts.window, until.getTime()))),
  },
]

/** Removes the rows whose time is over. @returns how many of each kind; `dry` counts the first batch only */
export async function removeOldRows(store: Store, now: Date, dry = false): Promise<Record<string, number>> {
  const removed: Record<string, number> = {}
  for (const { name, keptMs, find, remove } of SWEEPS) {
    const until = new Date(now.getTime() - keptMs)
    removed[name] = 0
    for (let ids = await find(store.read, until); ids.length > 0; ids = await find(store.read, until)) {
      removed[name] += ids.length
      if (dry) break
      const batch = ids
      await store.write(async (tx) => void (await remove(tx, batch, until)))
    }
  }
  return removed
}
