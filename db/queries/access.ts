import { and, desc, eq, inArray, ne } from 'drizzle-orm'
import { events, offices } from '../schema.ts'
import type { Db } from '../store.ts'

/** Looks of others at a person's file, and what they did with it. */
const SEEN = [
  'claim',
  'takeOver',
  'reveal',
  'documentViewed',
  'approve',
  'return',
  'forward',
  'undo',
] as const
export type AccessVerb = (typeof SEEN)[number]

export interface Access {
  readonly at: Date
  readonly verb: AccessVerb
  readonly office: string
}

/** Who looked at a person's file: the office, never the reviewer's name, newest first. */
export async function listAccess(db: Db, personId: string, limit: number): Promise<Access[]> {
  const rows = await db
    .select({ at: events.at, verb: events.verb, office: offices.name })
    .from(events)
    .leftJoin(offices, eq(offices.id, events.officeId))
    .where(and(eq(events.personId, personId), ne(events.actorId, personId), inArray(events.verb, [...SEEN])))
    .orderBy(desc(events.id))
    .limit(limit)
  return rows.map(({ at, verb, office }) => ({
    at,
    verb: verb as AccessVerb,
    office: office ?? '财政部门',
  }))
}
