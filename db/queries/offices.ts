import { asc, eq } from 'drizzle-orm'
import { offices } from '../schema.ts'
import type { Db } from '../store.ts'

export type Office = typeof offices.$inferSelect

/** Every office: province, prefectures, counties, in code order. */
export const listOffices = (db: Db): Promise<Office[]> =>
  Promise.resolve(db.select().from(offices).orderBy(asc(offices.divisionCode), asc(offices.id)))

/** The review offices of a county (D3: usually one). */
export const officesOfDivision = (db: Db, divisionCode: string): Promise<Office[]> =>
  Promise.resolve(
    db.select().from(offices).where(eq(offices.divisionCode, divisionCode)).orderBy(asc(offices.id)),
  )

/** One office, or nothing. */
export async function findOffice(db: Db, id: string): Promise<Office | undefined> {
  const [office] = await db.select().from(offices).where(eq(offices.id, id))
  return office
}
