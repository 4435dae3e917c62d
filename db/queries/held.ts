import { and, desc, eq, gt, inArray } from 'drizzle-orm'
import { heldForms } from '../schema.ts'
import type { Db } from '../store.ts'

export type HeldRow = typeof heldForms.$inferSelect

/** What a kept form is sealed under. */
export const heldContext = (id: string) => `held_forms.sealed:${id}`

/** Keeps a form and lets the owner's oldest go, so that at most `most` stay. */
export async function insertHeld(tx: Db, row: HeldRow, most: number): Promise<void> {
  await tx.insert(heldForms).values(row)
  const kept = await tx
    .select({ id: heldForms.id })
    .from(heldForms)
    .where(eq(heldForms.owner, row.owner))
    .orderBy(desc(heldForms.createdAt), desc(heldForms.id))
  const surplus = kept
    .map((held) => held.id)
    .filter((id) => id !== row.id)
    .slice(most - 1)
  if (surplus.length > 0) await tx.delete(heldForms).where(inArray(heldForms.id, surplus))
}

/** A form of this owner that was kept after `since`. */
export async function findHeld(db: Db, id: string, owner: string, since: Date): Promise<HeldRow | undefined> {
  const [row] = await db
    .select()
    .from(heldForms)
    .where(and(eq(heldForms.id, id), eq(heldForms.owner, owner), gt(heldForms.createdAt, since)))
  return row
}
