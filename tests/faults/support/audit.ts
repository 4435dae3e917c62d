import Database from 'better-sqlite3'

export interface Audit {
  readonly integrity: unknown
  readonly keys: ReadonlySet<string>
  /** Keys without their event, events without their key, counters that are not the number of their keys. */
  readonly torn: readonly unknown[]
}

const TORN = `
  select version from notices where version like '%.%.%' and version not in (select facts from events)
  union all select facts from events where verb = 'fault' and facts not in (select version from notices)
  union all select a.key || ' counts ' || a.n from attempts a
    left join (select actor_id, count(*) as n from events where verb = 'fault' group by actor_id) e
      on e.actor_id = a.key
    where a.n <> coalesce(e.n, 0)`

/** Reads what the writers have left, by the engine itself and not by the code under test. */
export function audit(file: string): Audit {
  const database = new Database(file)
  try {
    const rows = database.prepare('select version from notices').pluck().all() as string[]
    return {
      integrity: database.pragma('integrity_check', { simple: true }),
      keys: new Set(rows),
      torn: database.prepare(TORN).pluck().all(),
    }
  } finally {
    database.close()
  }
}
