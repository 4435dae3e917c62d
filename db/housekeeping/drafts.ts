import { and, eq, gt, lt, max, type SQL, sql } from 'drizzle-orm'
import { startOfDay, today } from '#lib/clock'
import type { BlobStore } from '#lib/documents/blob-store'
import { idleDraftMessage } from '#lib/messages/templates'
import { RETENTION } from '#lib/retention'
import { findOpenApplication, laneOf } from '../queries/applications.ts'
import { discardDraft } from '../queries/collect.ts'
import { recordEvent } from '../queries/events.ts'
import { sendMessage } from '../queries/outbox.ts'
import { findPerson, lockPerson } from '../queries/people.ts'
import { applications, events, offices } from '../schema.ts'
import type { Db, Store } from '../store.ts'

const WARNED = 'warnDraft'
const BY_SYSTEM = { actorId: 'system', role: 'system' } as const

/** Milliseconds into a day: the sweep works by night, when no telephone should ring. */
const MORNING = 9 * 60 * 60_000

const before = (now: Date, ms: number) => new Date(now.getTime() - ms)

function inTheMorning(now: Date): Date {
  const morning = new Date(startOfDay(today(now)).getTime() + MORNING)
  return morning > now ? morning : now
}

/** A draft that nobody goes on with. */
interface Idle {
  readonly id: string
  readonly personId: string
  readonly officeId: string
  /** When its person was warned, since the last save; an earlier warning is void. */
  readonly warnedAt: Date | null
}

/**
 * First collections that were never submitted and that nobody has saved since. What was returned waits for its person
 * because a reviewer has worked at it, what was withdrawn has been before one, and a change's draft is a copy of a record
 * that stays anyway: these are left.
 */
const idle = (db: Db, among: SQL, savedBefore: Date): Promise<Idle[]> => {
  const warned = and(
    eq(events.applicationId, applications.id),
    // Not by the index of verbs: it holds every warning there ever was, an application has few events.
    eq(sql`${events.verb} || ''`, WARNED),
    gt(events.at, applications.savedAt),
  )
  const draft = and(
    among,
    eq(applications.lane, laneOf('draft', 'first')),
    eq(applications.submissions, 0),
    lt(applications.savedAt, savedBefore),
  )
  const { id, personId, officeId } = applications
  return Promise.resolve(
    db
      .select({ id, personId, officeId, warnedAt: max(events.at) })
      .from(applications)
      .leftJoin(events, warned)
      .where(draft)
      .groupBy(id),
  )
}

/** Office by office: each look is a short one into an index of the queue. */
async function* idleByOffice(db: Db, savedBefore: Date): AsyncGenerator<Idle> {
  for (const { id } of await db.select({ id: offices.id }).from(offices)) {
    yield* await idle(db, eq(applications.officeId, id), savedBefore)
  }
}

/** The draft, its person locked, if they have not gone on with it at this moment. */
async function stillIdle(tx: Db, { id, personId }: Idle, savedBefore: Date): Promise<Idle | undefined> {
  await lockPerson(tx, personId)
  const [draft] = await idle(tx, eq(applications.id, id), savedBefore)
  return draft
}

/**
 * Tells whoever has left a draft for long on which day it will be deleted. That they were told is known by the event.
 * @returns how many
 */
export async function warnOfIdleDrafts(store: Store, now: Date, dry = false): Promise<number> {
  const savedBefore = before(now, RETENTION.draftUntilWarned)
  const day = today(new Date(now.getTime() + RETENTION.draftAfterWarning))
  let count = 0
  for await (const found of idleByOffice(store.read, savedBefore)) {
    if (found.warnedAt) continue
    const done =
      dry ||
      (await store.write(async (tx) => {
        const draft = await stillIdle(tx, found, savedBefore)
        const person = draft && (await findPerson(tx, draft.personId))
        if (!person || draft.warnedAt) return false
        const message = { ...idleDraftMessage(day), mobile: person.mobile, personId: person.id }
        await sendMessage(tx, message, now, inTheMorning(now))
        const { id: applicationId, personId, officeId } = draft
        const about = { applicationId, personId, officeId }
        await recordEvent(tx, { ...BY_SYSTEM, ...about, at: now, verb: WARNED, facts: { day } })
        return true
      }))
    if (done) count++
  }
  return count
}

/**
 * Deletes drafts of whose deletion their people were told in time, as they would themselves: answers, pictures and the
 * pictures' keys in one transaction, then the objects.
 * @returns how many
 */
export async function deleteIdleDrafts(
  store: Store,
  blobs: BlobStore,
  now: Date,
  dry = false,
): Promise<number> {
  const savedBefore = before(now, RETENTION.draft)
  const warnedBefore = before(now, RETENTION.draftAfterWarning)
  const isDue = ({ warnedAt }: Idle) => warnedAt !== null && warnedAt < warnedBefore
  let count = 0
  for await (const found of idleByOffice(store.read, savedBefore)) {
    if (!isDue(found)) continue
    if (dry) {
      count++
      continue
    }
    const keys = await store.write(async (tx) => {
      const draft = await stillIdle(tx, found, savedBefore)
      const row = draft && isDue(draft) && (await findOpenApplication(tx, draft.personId))
      if (!row) return undefined
      const { personId } = row
      return discardDraft(tx, row, { ...BY_SYSTEM, at: now, personId, facts: { untouched: true } })
    })
    if (!keys) continue
    count++
    for (const key of keys) await blobs.delete(key)
  }
  return count
}
