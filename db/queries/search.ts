import { type AnyColumn, and, count, eq, gte, inArray, lt, or, type SQL, sql } from 'drizzle-orm'
import { applications, nameTerms, unitTerms } from '../schema.ts'
import type { Db } from '../store.ts'

/** What the search of the queue looks at. */
export interface Searchable {
  readonly id: string
  readonly officeId: string
  readonly name: string
  readonly namePinyin: string
  readonly nameInitials: string
  readonly unitName: string
}

/** A search that finds more than this walks the queue instead: what is frequent soon fills a page. */
export const MOST_FOUND = 1000

/** Characters of a suffix that are kept; a longer search compares its beginning, then the column. */
const TERM_LENGTH = 16
/** Behind every text that begins with a term, in the order of bytes. */
const LAST = '\u{10FFFF}'

const cut = (points: readonly string[]) => points.slice(0, TERM_LENGTH).join('')
const suffixes = (text: string): string[] => {
  const points = [...text.toLowerCase()]
  return points.map((_, at) => cut(points.slice(at)))
}

/** Every term under which a person's name is found. */
export const nameTermsOf = (row: Omit<Searchable, 'id' | 'officeId' | 'unitName'>): string[] => [
  ...new Set(
    [...suffixes(row.name), cut([...row.namePinyin]), cut([...row.nameInitials])].filter((t) => t !== ''),
  ),
]

/** Every term under which a work unit is found. */
export const unitTermsOf = (unitName: string): string[] => [...new Set(suffixes(unitName))]

/** Lets the queue find an application by its name and unit; what it was found by stays. */
export async function indexSearch(tx: Db, row: Searchable): Promise<void> {
  const { id, officeId, unitName } = row
  const names = nameTermsOf(row).map((term) => ({ officeId, term, applicationId: id }))
  const units = unitTermsOf(unitName).map((term) => ({ officeId, term, unitName }))
  if (names.length > 0) await tx.insert(nameTerms).values(names).onConflictDoNothing()
  if (units.length > 0) await tx.insert(unitTerms).values(units).onConflictDoNothing()
}

/** Takes the person's name out of the index. The unit's stays: colleagues are found by it. */
export async function unindexSearch(tx: Db, row: Searchable): Promise<void> {
  const here = and(eq(nameTerms.officeId, row.officeId), eq(nameTerms.applicationId, row.id))
  await tx.delete(nameTerms).where(and(here, inArray(nameTerms.term, nameTermsOf(row))))
}

const prefixOf = (column: AnyColumn, text: string): SQL | undefined =>
  and(gte(column, text), lt(column, `${text}${LAST}`))

const escaped = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
const contains = (column: AnyColumn, text: string) =>
  sql`lower(${column}) like ${`%${escaped(text)}%`} escape '\\'`

const isLatin = (q: string) => /^[a-z' ]+$/.test(q)
const lettersOf = (q: string) => q.replace(/[' ]/g, '')

/** The condition that a search sets to a row: name or unit contains it, pinyin or initials begin with it. */
export function searched(text: string): SQL | undefined {
  const q = text.toLowerCase()
  const letters = lettersOf(q)
  return or(
    contains(applications.name, q),
    contains(applications.unitName, q),
    isLatin(q) ? prefixOf(applications.namePinyin, letters) : undefined,
    isLatin(q) ? prefixOf(applications.nameInitials, letters) : undefined,
  )
}

/** A surname or initials: what is so short may be frequent, and is counted before it is fetched. */
const FREQUENT = 2

/** Whether more terms than `MOST_FOUND` are meant, counted by the engine and no further. */
async function areMany(db: Db, hits: SQL | undefined): Promise<boolean> {
  const some = db
    .select({ term: nameTerms.term })
    .from(nameTerms)
    .where(hits)
    .limit(MOST_FOUND + 1)
    .as('some')
  const [counted] = await db.select({ n: count() }).from(some)
  return (counted?.n ?? 0) > MOST_FOUND
}

/** The units of these offices whose name contains the text. */
async function findUnits(db: Db, officeIds: readonly string[], q: string) {
  return await db
    .selectDistinct({ officeId: unitTerms.officeId, unitName: unitTerms.unitName })
    .from(unitTerms)
    .where(and(inArray(unitTerms.officeId, [...officeIds]), prefixOf(unitTerms.term, q)))
    .limit(MOST_FOUND + 1)
}

/** The applications of people who work there, as long as they are few. */
async function findByUnits(db: Db, units: readonly { officeId: string; unitName: string }[]) {
  const found: string[] = []
  for (const officeId of new Set(units.map((unit) => unit.officeId))) {
    const names = units.filter((unit) => unit.officeId === officeId).map((unit) => unit.unitName)
    const rows = await db
      .select({ id: applications.id })
      .from(applications)
      .where(and(eq(applications.officeId, officeId), inArray(applications.unitName, names)))
      .limit(MOST_FOUND + 1 - found.length)
    found.push(...rows.map((row) => row.id))
    if (found.length > MOST_FOUND) break
  }
  return found
}

/**
 * The applications of these offices that a search may mean, by ranges of the term indices.
 * @returns ids, to be held against `searched`, or `many` when they are more than `MOST_FOUND`
 */
export async function findBySearch(
  db: Db,
  officeIds: readonly string[],
  text: string,
): Promise<string[] | 'many'> {
  const q = text.toLowerCase()
  const ids = new Set<string>()
  for (const term of new Set([q, isLatin(q) ? lettersOf(q) : q].map((t) => cut([...t])))) {
    if (term === '') continue
    const hits = and(inArray(nameTerms.officeId, [...officeIds]), prefixOf(nameTerms.term, term))
    if ([...term].length <= FREQUENT && (await areMany(db, hits))) return 'many'
    const rows = await db
      .selectDistinct({ id: nameTerms.applicationId })
      .from(nameTerms)
      .where(hits)
      .limit(MOST_FOUND + 1)
    for (const { id } of rows) ids.add(id)
    if (ids.size > MOST_FOUND) return 'many'
  }
  const units = await findUnits(db, officeIds, cut([...q]))
  if (units.length > MOST_FOUND) return 'many'
  for (const id of await findByUnits(db, units)) ids.add(id)
  return ids.size > MOST_FOUND ? 'many' : [...ids]
}
