import { and, desc, eq } from 'drizzle-orm'
import { records } from '../schema.ts'
import type { Db } from '../store.ts'

export type RecordRow = typeof records.$inferSelect

/** The person's record in force. */
export async function findRecordInForce(db: Db, personId: string): Promise<RecordRow | undefined> {
  const [row] = await db
    .select()
    .from(records)
    .where(and(eq(records.personId, personId), eq(records.inForce, true)))
  return row
}

/** Puts the next version in force in place of the last one. */
export async function putRecord(tx: Db, record: Omit<RecordRow, 'version' | 'inForce'>): Promise<number> {
  const [last] = await tx
    .select()
    .from(records)
    .where(eq(records.personId, record.personId))
    .orderBy(desc(records.version))
    .limit(1)
  const version = (last?.version ?? 0) + 1
  await tx.update(records).set({ inForce: false }).where(eq(records.personId, record.personId))
  await tx.insert(records).values({ ...record, version, inForce: true })
  return version
}

/** Takes back the version that a decision put in force (D15): the one before it is in force again. */
export async function takeBackRecord(tx: Db, personId: string, submissionId: string): Promise<void> {
  await tx.delete(records).where(and(eq(records.personId, personId), eq(records.submissionId, submissionId)))
  const [last] = await tx
    .select()
    .from(records)
    .where(eq(records.personId, personId))
    .orderBy(desc(records.version))
    .limit(1)
  if (last) await tx.update(records).set({ inForce: true }).where(eq(records.id, last.id))
}

/** The record that a printed sheet's code names. */
export async function findRecordByCode(db: Db, code: string): Promise<RecordRow | undefined> {
  const [row] = await db.select().from(records).where(eq(records.verifyCode, code))
  return row
}
