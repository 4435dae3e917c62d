import { and, asc, count, gt, gte, isNull, or, sql } from 'drizzle-orm'
import { type ChainCheck, checkChain, type Flaw, type LinkedEvent } from '#lib/protect/audit-check'
import type { Head } from '#lib/protect/audit-heads'
import type { Keyring } from '#lib/protect/keyring'
import { events } from '../schema.ts'
import type { Db } from '../store.ts'
import { countBefore, findStart } from './start.ts'

const PAGE = 2_000

/** What was found of the trail. */
export interface Verdict {
  /** Links followed, up to the flaw if there is one. */
  readonly linked: number
  readonly waiting: number
  readonly before: number
  readonly flaw: Flaw | undefined
}

async function countWhere(db: Db, where: ReturnType<typeof isNull>): Promise<number> {
  const [row] = await db.select({ n: count() }).from(events).where(where)
  return row?.n ?? 0
}
const isLinked = sql`${events.link} > 0`

/** The next events in the order of the links; a link that is there twice is found twice. */
async function pageAfter(db: Db, last: LinkedEvent | undefined): Promise<LinkedEvent[]> {
  const behind = last
    ? and(gte(events.link, last.link), or(gt(events.link, last.link), gt(events.id, last.id)))
    : undefined
  const rows = await db
    .select()
    .from(events)
    .where(and(isLinked, behind))
    .orderBy(asc(events.link), asc(events.id))
    .limit(PAGE)
  return rows.map((row) => ({ ...row, link: row.link ?? 0 }))
}

/**
 * Follows the chain from its start and computes each code again.
 * @param noted heads of the store and from elsewhere
 * @param progress told the links followed so far, and how many there are
 */
export async function verifyTrail(
  db: Db,
  ring: Keyring,
  noted: readonly Head[],
  progress: (done: number, total: number) => void = () => {},
): Promise<Verdict> {
  const total = await countWhere(db, isLinked)
  const [start, before] = [await findStart(db), await countBefore(db)]
  let linked = 0
  const tell = () => progress(linked, Math.max(linked, total))

  /** Follows the links. @returns the first flaw */
  async function follow(check: ChainCheck): Promise<Flaw | undefined> {
    for (
      let rows = await pageAfter(db, undefined);
      rows.length > 0;
      rows = await pageAfter(db, rows.at(-1))
    ) {
      for (const row of rows) {
        const flaw = check.next(row)
        if (flaw) return flaw
        linked++
      }
      tell()
    }
    return check.finish()
  }

  async function findFlaw(): Promise<Flaw | undefined> {
    if (!start) {
      const none = total === 0 && before === 0 && noted.length === 0
      return none ? undefined : { link: 0, sentence: 'The start of the chain is missing.' }
    }
    const check = checkChain(ring, start, noted)
    const flaw = check.begin()
    if (flaw || before === start.before) return flaw ?? follow(check)
    return {
      link: 0,
      sentence: `${before} events stand before the chain; when it began there were ${start.before}.`,
    }
  }

  const flaw = await findFlaw()
  tell()
  return { linked, before, waiting: await countWhere(db, isNull(events.link)), flaw }
}
