import { and, desc, eq, gte, inArray, isNotNull, isNull, lt, ne, notExists, or, sql } from 'drizzle-orm'
import { UNDO_MS } from '#lib/collection/application'
import {
  type Content,
  decisionMessage,
  forwardMessage,
  idleDraftMessage,
  moveMessage,
} from '#lib/messages/templates'
import { applications, decisions, events, offices } from '../schema.ts'
import type { Db } from '../store.ts'
import { recordEvent } from './events.ts'

// What a person was told, read from the trail and not from the outbox: a message that could not be sent, or was
// sent long ago, is there all the same, under whatever number.

const DECIDED = ['approve', 'return'] as const
const AT_ONCE = ['forward', 'moveOffice', 'warnDraft'] as const
type ToldVerb = (typeof DECIDED)[number] | (typeof AT_ONCE)[number]

export interface OwnMessage {
  /** Its place in the list. */
  readonly id: number
  readonly toldAt: Date
  readonly verb: ToldVerb
  readonly content: Content
  readonly office: string
  /** Told since the person last marked everything as read. */
  readonly fresh: boolean
}

/** Messages of a page. */
export const MESSAGES_PAGE = 20

/** Decisions wait until they can no longer be undone (D15). */
const toldAtOf = (verb: ToldVerb, at: Date) =>
  verb === 'approve' || verb === 'return' ? new Date(at.getTime() + UNDO_MS) : at

/** What was told before `now`: the same as what `tell`, `moveFromClosed` and `warnOfIdleDrafts` write into the outbox. */
function toldTo(db: Db, personId: string, now: Date) {
  const undone = db
    .select({ one: sql`1` })
    .from(decisions)
    .where(
      and(
        eq(decisions.applicationId, events.applicationId),
        eq(decisions.decidedAt, events.at),
        isNotNull(decisions.undoneAt),
      ),
    )
  const settled = new Date(now.getTime() - UNDO_MS)
  return and(
    eq(events.personId, personId),
    or(
      and(inArray(events.verb, [...DECIDED]), lt(events.at, settled), notExists(undone)),
      and(
        inArray(events.verb, [...AT_ONCE]),
        lt(events.at, now),
        // A record goes along with its office without a word.
        or(
          isNull(applications.id),
          ne(applications.status, 'approved'),
          gte(applications.decidedAt, events.at),
        ),
      ),
    ),
  )
}

/** What was told before then the person has marked as read; the epoch before the first time. */
async function readUntil(db: Db, personId: string): Promise<Date> {
  const [event] = await db
    .select({ facts: events.facts })
    .from(events)
    .where(and(eq(events.personId, personId), eq(events.verb, 'readMessages')))
    .orderBy(desc(events.id))
    .limit(1)
  const { until = 0 } = JSON.parse(event?.facts ?? '{}') as { until?: number }
  return new Date(until)
}

interface Facts {
  readonly kind: 'first' | 'change'
  readonly office: string
  readonly phone: string
  /** Of `warnDraft`, `YYYY-MM-DD`. */
  readonly day?: string
}

function contentOf(verb: ToldVerb, { kind, office, phone, day = '' }: Facts): Content {
  if (verb === 'forward') return forwardMessage(office, phone)
  if (verb === 'moveOffice') return moveMessage(office, phone)
  return verb === 'warnDraft' ? idleDraftMessage(day) : decisionMessage(verb, kind)
}

/**
 * A page of what a person was told, newest first.
 * @param before the place behind which the page begins
 */
export async function listOwnMessages(
  db: Db,
  personId: string,
  now: Date,
  before?: number,
): Promise<{ messages: OwnMessage[]; next: number | undefined }> {
  const rows = await db
    .select({
      id: events.id,
      at: events.at,
      verb: events.verb,
      kind: applications.kind,
      facts: events.facts,
      office: offices.name,
      phone: offices.phone,
    })
    .from(events)
    .leftJoin(applications, eq(applications.id, events.applicationId))
    .leftJoin(offices, eq(offices.id, events.officeId))
    .where(and(toldTo(db, personId, now), before === undefined ? undefined : lt(events.id, before)))
    .orderBy(desc(events.id))
    .limit(MESSAGES_PAGE + 1)
  const read = rows.length > 0 ? await readUntil(db, personId) : now
  const messages = rows.slice(0, MESSAGES_PAGE).map((row): OwnMessage => {
    const verb = row.verb as ToldVerb
    const [office, phone] = [row.office ?? '财政部门', row.phone ?? '']
    const { day } = JSON.parse(row.facts) as { day?: string }
    const toldAt = toldAtOf(verb, row.at)
    return {
      id: row.id,
      toldAt,
      verb,
      office,
      content: contentOf(verb, { kind: row.kind ?? 'first', office, phone, ...(day ? { day } : {}) }),
      fresh: toldAt >= read,
    }
  })
  return { messages, next: rows.length > MESSAGES_PAGE ? messages.at(-1)?.id : undefined }
}

/** How many of the newest messages are not marked as read; counted to one page. */
export async function countFreshMessages(db: Db, personId: string, now: Date): Promise<number> {
  const { messages } = await listOwnMessages(db, personId, now)
  return messages.filter(({ fresh }) => fresh).length
}

/**
 * Marks what was told until an instant as read; nothing when there is nothing new.
 * @param until when the page was made that the person has seen
 */
export async function markMessagesRead(tx: Db, personId: string, until: Date, now: Date): Promise<void> {
  const seen = until < now ? until : now
  const { messages } = await listOwnMessages(tx, personId, seen)
  if (!messages.some(({ fresh }) => fresh)) return
  await recordEvent(tx, {
    at: now,
    actorId: personId,
    role: 'applicant',
    verb: 'readMessages',
    personId,
    facts: { until: seen.getTime() },
  })
}
