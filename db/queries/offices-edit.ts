import { and, eq, isNull } from 'drizzle-orm'
import { DIVISIONS } from '#lib/collection/codes/divisions'
import type { OfficeContent } from '#lib/office-input'
import { offices, queueCounts } from '../schema.ts'
import type { Db } from '../store.ts'
import { type Administrator, recordAdministration } from './events.ts'
import { findOffice, findOpenCounty } from './offices.ts'

/** Changes an office that is not closed; the event names what was changed. */
export async function editOffice(
  tx: Db,
  by: Administrator,
  id: string,
  content: OfficeContent,
): Promise<boolean> {
  const office = await findOffice(tx, id)
  if (!office || office.closedAt) return false
  const changed = (Object.keys(content) as (keyof OfficeContent)[]).filter(
    (name) => content[name] !== office[name],
  )
  if (changed.length === 0) return true
  await tx.update(offices).set(content).where(eq(offices.id, id))
  await recordAdministration(tx, by, {
    verb: 'editOffice',
    officeId: id,
    facts: { fields: changed.join(',') },
  })
  return true
}

/** `410105-2` for the second office of a county: closed ones keep their id. */
async function nextId(tx: Db, divisionCode: string): Promise<string> {
  const rows = await tx.select({ id: offices.id }).from(offices).where(eq(offices.divisionCode, divisionCode))
  const taken = new Set(rows.map((row) => row.id))
  for (let n = 2; ; n++) if (!taken.has(`${divisionCode}-${n}`)) return `${divisionCode}-${n}`
}

/** Opens a review office in a county (D3). @returns its id, or nothing when there is no such county */
export async function openOffice(
  tx: Db,
  by: Administrator,
  divisionCode: string,
  content: OfficeContent,
): Promise<string | undefined> {
  const division = DIVISIONS.find(({ code, level }) => code === divisionCode && level === 'county')
  if (!division) return undefined
  const id = await nextId(tx, divisionCode)
  await tx
    .insert(offices)
    .values({ ...content, id, divisionCode, level: 'county', cityCode: division.parent })
  await recordAdministration(tx, by, { verb: 'openOffice', officeId: id, facts: { division: divisionCode } })
  return id
}

/**
 * Closes a review office. What it has moves to the successor afterwards, a little at a time
 * (`moveFromClosed`); drafts follow when they are saved.
 * @returns whether it was closed: not when it is closed already or the successor is no open review office
 */
export async function closeOffice(
  tx: Db,
  by: Administrator,
  id: string,
  successorId: string,
): Promise<boolean> {
  const successor = id === successorId ? undefined : await findOpenCounty(tx, successorId)
  if (!successor || !(await findOpenCounty(tx, id))) return false
  await tx
    .update(offices)
    .set({ closedAt: by.now, successorId })
    .where(and(eq(offices.id, id), isNull(offices.closedAt)))
  await recordAdministration(tx, by, { verb: 'closeOffice', officeId: id, facts: { successor: successorId } })
  return true
}

/** What an office has, by state: from the counters, so that it costs the same at any size. */
export async function countHoldings(db: Db, id: string): Promise<Readonly<Record<string, number>>> {
  const rows = await db
    .select({ status: queueCounts.status, n: queueCounts.n })
    .from(queueCounts)
    .where(eq(queueCounts.officeId, id))
  const sums: Record<string, number> = {}
  for (const { status, n } of rows) sums[status] = (sums[status] ?? 0) + n
  return sums
}
