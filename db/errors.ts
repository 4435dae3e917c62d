/** What went wrong in the store, in the words of neither engine. */
export type StoreFault = 'unique' | 'foreign' | 'busy' | 'full' | 'other'

const CODES: readonly (readonly [RegExp, StoreFault])[] = [
  [/^(SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)|23505)$/, 'unique'],
  [/^(SQLITE_CONSTRAINT_FOREIGNKEY|23503)$/, 'foreign'],
  [/^(SQLITE_BUSY.*|40001|40P01|55P03)$/, 'busy'],
  [/^(SQLITE_FULL|53100)$/, 'full'],
]

/** The fault behind an error; Drizzle wraps the engine's own, so the causes are looked through. */
export function faultOf(error: unknown): StoreFault | undefined {
  for (let e = error; e instanceof Error; e = e.cause) {
    const code = 'code' in e && typeof e.code === 'string' ? e.code : undefined
    const hit = code && CODES.find(([pattern]) => pattern.test(code))
    if (hit) return hit[1]
    if (code?.startsWith('SQLITE_')) return 'other'
  }
  return undefined
}

/** Thrown when the store cannot be used at all; the message is one sentence for the operator. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
}
