import { and, asc, eq, isNull } from 'drizzle-orm'
import { offices } from '../schema.ts'
import type { Db } from '../store.ts'

export type Office = typeof offices.$inferSelect

/** Every office, closed ones too, for their names: province, prefectures, counties, in code order. */
export const listOffices = (db: Db): Promise<Office[]> =>
  Promise.resolve(db.select().from(offices).orderBy(asc(offices.divisionCode), asc(offices.id)))

/** The offices that one can turn to, in code order. */
export const listOpenOffices = (db: Db): Promise<Office[]> =>
  Promise.resolve(
    db
      .select()
      .from(offices)
      .where(isNull(offices.closedAt))
      .orderBy(asc(offices.divisionCode), asc(offices.id)),
  )

/** One office, or nothing. */
export async function findOffice(db: Db, id: string): Promise<Office | undefined> {
  const [office] = await db.select().from(offices).where(eq(offices.id, id))
  return office
}

/** The office itself, or the one that has taken its place since it was closed; a successor may have closed too. */
export async function officeInCharge(db: Db, id: string): Promise<Office | undefined> {
  let office = await findOffice(db, id)
  // A successor is open when it is named, so that the chain has an end.
  while (office?.successorId) office = await findOffice(db, office.successorId)
  return office
}

/** The same by its id; an id that is no office stays. */
export const officeInChargeId = async (db: Db, id: string): Promise<string> =>
  (await officeInCharge(db, id))?.id ?? id

/** The review offices of a county (D3: usually one); where all have closed, those in their place. */
export async function officesOfDivision(db: Db, divisionCode: string): Promise<Office[]> {
  const own = await db
    .select()
    .from(offices)
    .where(eq(offices.divisionCode, divisionCode))
    .orderBy(asc(offices.id))
  const open = own.filter((office) => office.closedAt === null)
  if (open.length > 0) return open
  const inCharge = await Promise.all(own.map((office) => officeInCharge(db, office.id)))
  return [...new Map(inCharge.flatMap((office) => (office ? [[office.id, office] as const] : []))).values()]
}

/** The open review office of this id, or nothing: where applications may go. */
export async function findOpenCounty(db: Db, id: string): Promise<Office | undefined> {
  const [office] = await db
    .select()
    .from(offices)
    .where(and(eq(offices.id, id), eq(offices.level, 'county'), isNull(offices.closedAt)))
  return office
}
