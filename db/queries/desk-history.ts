import { and, asc, eq, inArray } from 'drizzle-orm'
import { keyring } from '#lib/protect/current'
import { open, seal } from '#lib/protect/seal'
import { events } from '../schema.ts'
import type { Db } from '../store.ts'

// What the desk reads in the events of an application.

const noteContext = (applicationId: string) => `events.facts.note:${applicationId}`

/** The note of a forwarding as its event keeps it: events hold no text that can be read. */
export const sealedNote = (applicationId: string, note: string): string =>
  seal(keyring(), noteContext(applicationId), note.trim()).toString('base64')

const readNote = (applicationId: string, note: string): string =>
  open(keyring(), noteContext(applicationId), Buffer.from(note, 'base64')).toString('utf8')

/** Whether somebody ever held this application: then they may be told that it went elsewhere. */
export async function hasHeld(db: Db, reviewer: string, id: string): Promise<boolean> {
  const [event] = await db
    .select({ id: events.id })
    .from(events)
    .where(
      and(
        eq(events.applicationId, id),
        eq(events.actorId, reviewer),
        inArray(events.verb, ['claim', 'takeOver']),
      ),
    )
    .limit(1)
  return event !== undefined
}

export interface HistoryEvent {
  readonly id: number
  readonly at: Date
  readonly actorId: string
  readonly role: string
  readonly verb: string
  readonly officeId: string | null
  /** Of `forward`: where to, and the note. */
  readonly to?: string
  readonly note?: string
  /** Of `takeOver`: who held it. */
  readonly holder?: string
  /** Of `approve`: `fast` for the fast lane. */
  readonly lane?: string
}

type HistoryFacts = Pick<HistoryEvent, 'to' | 'note' | 'holder' | 'lane'>

/** What has happened to an application, oldest first. */
export async function listHistory(db: Db, applicationId: string): Promise<HistoryEvent[]> {
  const rows = await db
    .select()
    .from(events)
    .where(eq(events.applicationId, applicationId))
    .orderBy(asc(events.id))
  return rows.map(({ id, at, actorId, role, verb, officeId, facts }) => {
    const { to, note, holder, lane } = JSON.parse(facts) as HistoryFacts
    const told = {
      ...(to && { to }),
      ...(note && { note: readNote(applicationId, note) }),
      ...(holder && { holder }),
      ...(lane && { lane }),
    }
    return { id, at, actorId, role, verb, officeId, ...told }
  })
}
