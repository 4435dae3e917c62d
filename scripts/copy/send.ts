import { once } from 'node:events'
import { count } from 'drizzle-orm'
import type { Db } from '#db/store'
import { lineOf, pagesOf, TABLES, tallying } from './rows.ts'

/**
 * Writes every row of a store as lines: `[total]`, then a table's name and its rows, then its tally.
 * @param to where they go; waited for when it is full
 */
export async function send(db: Db, to: NodeJS.WritableStream): Promise<void> {
  const say = async (line: string) => {
    if (!to.write(`${line}\n`)) await once(to, 'drain')
  }
  let total = 0
  for (const table of TABLES.values()) {
    const [counted] = await db.select({ n: count() }).from(table)
    total += counted?.n ?? 0
  }
  await say(JSON.stringify({ total }))
  for (const [name, table] of TABLES) {
    await say(JSON.stringify({ table: name }))
    const { add, tally } = tallying()
    for await (const rows of pagesOf(db, table)) {
      for (const row of rows) {
        const line = lineOf(table, row)
        add(line)
        await say(line)
      }
    }
    await say(JSON.stringify({ end: name, ...tally() }))
  }
  await say(JSON.stringify({ done: true }))
}
