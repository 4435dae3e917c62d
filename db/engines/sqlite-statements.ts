import type Database from 'better-sqlite3'

/** What a query builder asks of a statement. */
type Statement = Pick<Database.Statement, 'run' | 'get' | 'all' | 'raw'>

/** Texts of statements that a connection keeps; the service has some three hundred. */
const MOST = 600

/** A statement in both of its modes: asking for rows as arrays changes a statement for good. */
function inBothModes(make: () => Database.Statement): Statement {
  let plain: Database.Statement | undefined
  let raw: Database.Statement | undefined
  const asObjects = () => {
    plain ??= make()
    return plain
  }
  return {
    run: (...values) => asObjects().run(...values),
    get: (...values) => asObjects().get(...values),
    all: (...values) => asObjects().all(...values),
    raw: () => {
      raw ??= make().raw()
      return raw
    },
  }
}

/**
 * Keeps what a connection has prepared: the query builder prepares a statement each time, and parsing costs more
 * than running most of ours. The engine itself prepares again when the schema has changed.
 */
export function keepStatements(connection: Database.Database, most = MOST): void {
  const prepare = connection.prepare.bind(connection)
  const kept = new Map<string, Statement>()
  const find = (source: string): Statement => {
    const known = kept.get(source) ?? inBothModes(() => prepare(source))
    // The one asked for last stands last: what goes is what nobody has asked for longest.
    kept.delete(source)
    kept.set(source, known)
    const [oldest] = kept.keys()
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    return known
  }
  connection.prepare = find as typeof connection.prepare
}
