import Database from 'better-sqlite3'
import pg from 'pg'
import { dialect } from './dialect.ts'

// Statements past the store, as somebody can write them who has the file or the server. For tests only.

/** Without the triggers of a file, which are put back. */
function untriggered(file: Database.Database, work: () => void): void {
  const triggers = file.prepare("select name, sql from sqlite_master where type = 'trigger'").all() as {
    name: string
    sql: string
  }[]
  for (const { name } of triggers) file.exec(`drop trigger "${name}"`)
  work()
  for (const { sql } of triggers) file.exec(sql)
}

async function run(url: string, statements: readonly string[], past: boolean): Promise<void> {
  if (dialect === 'sqlite') {
    const file = new Database(url.replace(/^file:/, ''))
    const all = () => file.exec(statements.join('; '))
    try {
      if (past) untriggered(file, all)
      else all()
    } finally {
      file.close()
    }
    return
  }
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    if (past) await client.query('set session_replication_role = replica')
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Runs statements beside the store. */
export const outside = (url: string, ...statements: readonly string[]): Promise<void> =>
  run(url, statements, false)

/** The same without triggers. */
export const pastTriggers = (url: string, ...statements: readonly string[]): Promise<void> =>
  run(url, statements, true)
