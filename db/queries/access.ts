import { and, desc, eq, inArray, ne } from 'drizzle-orm'
import { events, offices } from '../schema.ts'
import type { Db } from '../store.ts'

/** Looks of others at a person's file, and what they did. */
const SEEN = [
  'claim',
  'takeOver',
  'reveal',
  'viewPicture',
  'documentViewed',
  'approve',
  'return',
  'forward',
] as const

export interface Access {
  readonly id: number
  readonly at: Date
  readonly verb: string
  readonly office: string
}

/** Who looked at a person's file: the office, never the reviewer's name, newest first. */
export async function listAccess(db: Db, personId: string, limit: number): Promise<Access[]> {
  const rows = await db
    .select({ id: events.id, at: events.at, verb: events.verb, office: offices.name })
    .from(events)
    .leftJoin(offices, eq(offices.id, events.officeId))
    .where(and(eq(events.personId, personId), ne(events.actorId, personId), inArray(events.verb, [...SEEN])))
    .orderBy(desc(events.id))
    .limit(limit)
  return rows.map((row) => ({ ...row, office: row.office ?? '财政部门' }))
}
