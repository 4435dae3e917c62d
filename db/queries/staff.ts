import { and, asc, eq, isNull } from 'drizzle-orm'
import { newId } from '#lib/protect/ids'
import { offices, staff } from '../schema.ts'
import type { Db } from '../store.ts'
import { recordEvent } from './events.ts'

export type StaffRole = 'reviewer' | 'oversight' | 'administrator'
export type StaffRow = typeof staff.$inferSelect

/** One role of a person at one office. */
export interface StaffPost {
  readonly role: StaffRole
  readonly officeId: string
}

export interface Invitation extends StaffPost {
  /** Blind index of the ID number (`idIndexOf`). */
  readonly idIndex: string
  readonly name: string
  /** The person, when they have signed in before. */
  readonly personId?: string
}

/**
 * Invites somebody by ID number, or finds the invitation that already stands.
 * @param by the administrator's person id, or `system`
 */
export async function inviteStaff(tx: Db, invitation: Invitation, by: string, now: Date): Promise<string> {
  const { idIndex, role, officeId } = invitation
  const [standing] = await tx
    .select({ id: staff.id })
    .from(staff)
    .where(
      and(
        eq(staff.idIndex, idIndex),
        eq(staff.role, role),
        eq(staff.officeId, officeId),
        isNull(staff.disabledAt),
      ),
    )
  if (standing) return standing.id
  const id = newId()
  await tx.insert(staff).values({ ...invitation, id, personId: invitation.personId ?? null, invitedAt: now })
  await recordEvent(tx, {
    at: now,
    actorId: by,
    role: by === 'system' ? 'system' : 'administrator',
    verb: 'inviteStaff',
    officeId,
    facts: { staffId: id, role },
  })
  return id
}

/** Gives the invitations that wait for an ID number to the person who has proved to hold it. */
export async function bindInvitations(tx: Db, personId: string, idIndex: string): Promise<void> {
  await tx
    .update(staff)
    .set({ personId })
    .where(and(eq(staff.idIndex, idIndex), isNull(staff.personId)))
}

/** Takes a post away; it acts at the person's next request, because posts are read at each. */
export async function disableStaff(tx: Db, id: string, by: string, now: Date): Promise<void> {
  const hit = await tx
    .update(staff)
    .set({ disabledAt: now })
    .where(and(eq(staff.id, id), isNull(staff.disabledAt)))
    .returning({ officeId: staff.officeId })
  const officeId = hit[0]?.officeId
  if (officeId === undefined) return
  await recordEvent(tx, {
    at: now,
    actorId: by,
    role: 'administrator',
    verb: 'disableStaff',
    officeId,
    facts: { staffId: id },
  })
}

/** The posts a person holds now; they add up. With the instant at which one was last given or taken away. */
export async function postsOf(
  db: Db,
  personId: string,
): Promise<{ posts: StaffPost[]; changedAt: Date | undefined }> {
  const rows = await db
    .select()
    .from(staff)
    .where(eq(staff.personId, personId))
    .orderBy(asc(staff.role), asc(staff.officeId))
  const changes = rows.map((row) => (row.disabledAt ?? row.invitedAt).getTime())
  return {
    posts: rows.filter((row) => row.disabledAt === null).map(({ role, officeId }) => ({ role, officeId })),
    changedAt: rows.length > 0 ? new Date(Math.max(...changes)) : undefined,
  }
}

/** Everybody invited, present and past. */
export const listStaff = (db: Db): Promise<StaffRow[]> =>
  Promise.resolve(db.select().from(staff).orderBy(asc(staff.officeId), asc(staff.role), asc(staff.id)))

/** The offices an oversight office looks after: those of its prefecture, or all for the province. */
export async function officesOverseenBy(db: Db, officeId: string): Promise<string[]> {
  const [own] = await db.select().from(offices).where(eq(offices.id, officeId))
  if (!own) return []
  const area = own.level === 'province' ? undefined : eq(offices.cityCode, own.cityCode)
  const rows = await db.select({ id: offices.id }).from(offices).where(area).orderBy(asc(offices.id))
  return rows.map((row) => row.id)
}
