/** What went wrong in the store, in the words of neither engine. */
export type StoreFault = 'unique' | 'foreign' | 'retry' | 'busy' | 'away' | 'full' | 'readOnly' | 'other'

const CODES: readonly (readonly [RegExp, StoreFault])[] = [
  [/^(SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)|23505)$/, 'unique'],
  [/^(SQLITE_CONSTRAINT_FOREIGNKEY|23503)$/, 'foreign'],
  // Two writers stood in each other's way: nothing has happened, and the work may be done again.
  [/^(40001|40P01)$/, 'retry'],
  [/^(SQLITE_BUSY.*|55P03|57014)$/, 'busy'],
  // No server, one that shuts down or starts, a broken connection.
  [/^(ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|57P0[1-3]|53300|08...)$/, 'away'],
  [/^(SQLITE_READONLY.*|25006)$/, 'readOnly'],
  [/^(SQLITE_FULL|53100)$/, 'full'],
]

// The driver of PostgreSQL gives these no code.
const AWAY = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered)/

/** The fault behind an error; Drizzle wraps the engine's own, so the causes are looked through. */
export function faultOf(error: unknown): StoreFault | undefined {
  for (let e = error; e instanceof Error; e = e.cause) {
    const code = 'code' in e && typeof e.code === 'string' ? e.code : undefined
    const hit = code && CODES.find(([pattern]) => pattern.test(code))
    if (hit) return hit[1]
    if (AWAY.test(e.message)) return 'away'
    // A SQLSTATE, or a code of SQLite, that is none of those above.
    if (code && /^(SQLITE_.*|[0-9A-Z]{5})$/.test(code)) return 'other'
  }
  return undefined
}

/** What a write comes to, for `.catch`, when the store has let another through at the same moment: `unique`. */
export const whenTwice =
  <T>(instead: T) =>
  (error: unknown): T => {
    if (faultOf(error) === 'unique') return instead
    throw error
  }

/** Thrown when the store cannot be used at all; the message is one sentence for the operator. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
}
