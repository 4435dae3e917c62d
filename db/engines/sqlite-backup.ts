import Database from 'better-sqlite3'
import { StoreError } from '../errors.ts'

/** Pages a step, between which progress is told. */
const STEP = 2_000

/**
 * Copies a store that is in use. An open read keeps one snapshot for the whole copy: without it the engine
 * would begin again at each commit of the service, and never end. The service's log grows meanwhile.
 */
export async function copyDatabase(
  from: string,
  to: string,
  tell: (done: number, total: number) => void,
): Promise<void> {
  const source = new Database(from, { readonly: true })
  try {
    source.exec('begin')
    source.prepare('select count(*) from sqlite_master').get()
    await source.backup(to, {
      progress({ totalPages, remainingPages }) {
        tell(totalPages - remainingPages, totalPages)
        return STEP
      },
    })
  } finally {
    source.close()
  }
}

export interface Found {
  readonly rows: Record<string, number>
  /** Keys of the pictures that its rows name. */
  readonly pictures: readonly string[]
  /** Fingerprint of the key ring; empty for a store that was never started. */
  readonly keyring: string
}

const NAMED = `select blob_key from documents where blob_key <> ''
  union select work_blob_key from draft_pictures where work_blob_key is not null`

/** Checks a copy whole and makes it one file. @throws StoreError when the engine finds it damaged */
export function inspect(file: string): Found {
  const copy = new Database(file)
  try {
    copy.pragma('journal_mode=DELETE')
    if (copy.pragma('integrity_check(1)', { simple: true }) !== 'ok')
      throw new StoreError(`The copy ${file} is damaged.`)
    const tables = copy
      .prepare(
        "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name",
      )
      .pluck()
      .all() as string[]
    const countOf = (table: string) => copy.prepare(`select count(*) from "${table}"`).pluck().get() as number
    return {
      rows: Object.fromEntries(tables.map((table) => [table, countOf(table)])),
      pictures: copy.prepare(NAMED).pluck().all() as string[],
      keyring: (copy.prepare('select fingerprint from store_keys').pluck().get() as string | undefined) ?? '',
    }
  } finally {
    copy.close()
  }
}
