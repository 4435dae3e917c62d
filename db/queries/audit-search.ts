import { type AnyColumn, and, desc, eq, gte, inArray, lt, type SQL, sql } from 'drizzle-orm'
import { isDaily } from '#lib/audit'
import { ID_TYPE } from '#lib/collection/codes/national'
import { events, people } from '../schema.ts'
import type { Db } from '../store.ts'
import { type Administrator, recordAdministration } from './events.ts'
import { idIndexOf, personIdOf } from './people.ts'

/** Events of a page of the search. */
export const AUDIT_PAGE = 50

/** What is asked of the record: everything that is given must hold. */
export interface AuditSearch {
  /** Whom it concerns. */
  readonly personId?: string | undefined
  /** Which member of staff did it. */
  readonly actorId?: string | undefined
  readonly officeId?: string | undefined
  readonly verb?: string | undefined
  /** From this instant on, and before that one. */
  readonly from?: Date | undefined
  readonly until?: Date | undefined
}

export type EventRow = typeof events.$inferSelect

/** The place of the last event shown: the page goes on behind it. */
export type AuditCursor = Pick<EventRow, 'at' | 'id'>

/** An equality that no index is chosen for, because another condition leads to fewer rows. */
const beside = (column: AnyColumn, value: string) => sql`coalesce(${column}, '') = ${value}`

// A literal, because the index by actor holds the staff's rows alone and a bound value would hide that.
const byStaff = sql`${events.role} <> 'applicant'`

type Named = 'personId' | 'actorId' | 'officeId' | 'verb'

/** What leads to the fewest rows: a person has dozens, few do what is not done daily, an office has thousands. */
function leading(search: AuditSearch): Named | undefined {
  if (search.personId) return 'personId'
  if (search.verb && !isDaily(search.verb)) return 'verb'
  return (['actorId', 'officeId', 'verb'] as const).find((name) => search[name])
}

function conditions(search: AuditSearch, after: AuditCursor | undefined): SQL | undefined {
  const lead = leading(search)
  const named = (['personId', 'actorId', 'officeId', 'verb'] as const).map((name) => {
    const value = search[name]
    if (!value) return undefined
    return name === lead ? eq(events[name], value) : beside(events[name], value)
  })
  return and(
    ...named,
    search.actorId ? byStaff : undefined,
    search.from && gte(events.at, search.from),
    search.until && lt(events.at, search.until),
    after && sql`(${events.at}, ${events.id}) < (${sql.param(after.at, events.at)}, ${after.id})`,
  )
}

/** A page of the record, newest first. */
export async function searchEvents(
  db: Db,
  search: AuditSearch,
  after?: AuditCursor,
): Promise<{ rows: EventRow[]; next: AuditCursor | undefined }> {
  const found = await db
    .select()
    .from(events)
    .where(conditions(search, after))
    .orderBy(desc(events.at), desc(events.id))
    .limit(AUDIT_PAGE + 1)
  const rows = found.slice(0, AUDIT_PAGE)
  return { rows, next: found.length > AUDIT_PAGE ? rows.at(-1) : undefined }
}

/** The person of an ID number, whatever its type; by the blind index, so that it is compared nowhere in clear. */
export async function findByIdNumber(db: Db, idNumber: string): Promise<string | undefined> {
  for (const { value } of ID_TYPE) {
    const id = await personIdOf(db, idIndexOf(value, idNumber))
    if (id) return id
  }
  return undefined
}

/** Names of people, to be masked before they are shown. */
export async function namesOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, wanted))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/**
 * Writes down that somebody searched the record, and for what. A number is not written: the person it led to
 * is, or that it led to nobody.
 */
export async function recordSearch(
  tx: Db,
  by: Administrator,
  search: AuditSearch,
  unknownPerson: boolean,
): Promise<void> {
  const { personId, actorId, officeId, verb, from, until } = search
  await recordAdministration(tx, by, {
    verb: 'auditSearch',
    ...(personId ? { personId } : {}),
    ...(officeId ? { officeId } : {}),
    facts: {
      ...(actorId ? { actor: actorId } : {}),
      ...(verb ? { verb } : {}),
      ...(from ? { from: from.toISOString() } : {}),
      ...(until ? { until: until.toISOString() } : {}),
      ...(unknownPerson ? { unknownPerson } : {}),
    },
  })
}
