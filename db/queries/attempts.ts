import { and, eq, sql } from 'drizzle-orm'
import { attempts } from '../schema.ts'
import type { Db } from '../store.ts'

/** The window of most limits. */
export const HOUR_MS = 3_600_000

const windowOf = (windowMs: number, now: Date) => Math.floor(now.getTime() / windowMs) * windowMs

/**
 * Counts one more attempt in the present window of this key.
 * @param key what is counted and for whom; never personal data, a blind index instead
 * @returns how many there are now, this one included
 */
export async function countAttempt(tx: Db, key: string, windowMs: number, now: Date): Promise<number> {
  const [row] = await tx
    .insert(attempts)
    .values({ key, window: windowOf(windowMs, now), n: 1 })
    .onConflictDoUpdate({ target: [attempts.key, attempts.window], set: { n: sql`${attempts.n} + 1` } })
    .returning({ n: attempts.n })
  return row?.n ?? 1
}

/** How many attempts the present window of this key holds. */
export async function attemptsInWindow(db: Db, key: string, windowMs: number, now: Date): Promise<number> {
  const [row] = await db
    .select({ n: attempts.n })
    .from(attempts)
    .where(and(eq(attempts.key, key), eq(attempts.window, windowOf(windowMs, now))))
  return row?.n ?? 0
}

/** Forgets the attempts of a key, after a success. */
export async function forgetAttempts(tx: Db, key: string): Promise<void> {
  await tx.delete(attempts).where(eq(attempts.key, key))
}
