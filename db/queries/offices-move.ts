import { and, asc, eq, isNotNull } from 'drizzle-orm'
import { moveOffice } from '#lib/collection/application'
import { CollectionError } from '#lib/collection/errors'
import { moveMessage } from '#lib/messages/templates'
import { applications, offices, records } from '../schema.ts'
import type { Db, Store } from '../store.ts'
import { type ApplicationRow, moveApplication, toApplication } from './applications.ts'
import { type Office, officeInCharge } from './offices.ts'
import { sendMessage } from './outbox.ts'
import { findPerson } from './people.ts'

/** What one write moves. */
const BATCH = 25

/** What moves. A draft follows at its next save, for its owner may be writing at this moment. */
const MOVING = ['submitted', 'returned', 'approved'] as const

/** Rows in one of the states, out of the queue's index: what waits for a reviewer first. */
async function heldBy(db: Db, officeId: string, limit: number): Promise<ApplicationRow[]> {
  for (const status of MOVING) {
    const rows = await db
      .select()
      .from(applications)
      .where(and(eq(applications.officeId, officeId), eq(applications.status, status)))
      .orderBy(asc(applications.submittedAt), asc(applications.id))
      .limit(limit)
    if (rows.length > 0) return rows
  }
  return []
}

/** The record that came of an application goes with it; whose application is open is told. */
async function moveOne(tx: Db, row: ApplicationRow, to: Office, now: Date): Promise<boolean> {
  const before = toApplication(row)
  const happening = { at: now, actorId: 'system', role: 'system' as const, personId: row.personId }
  try {
    await moveApplication(tx, before, moveOffice(before, to.id), {
      ...happening,
      facts: { from: row.officeId, to: to.id },
    })
  } catch (error) {
    // Somebody moved it at this moment: the next round finds it as it is then.
    if (error instanceof CollectionError && error.code === 'stale') return false
    throw error
  }
  await tx
    .update(records)
    .set({ officeId: to.id })
    .where(and(eq(records.personId, row.personId), eq(records.applicationId, row.id)))
  const person = row.status === 'approved' ? undefined : await findPerson(tx, row.personId)
  if (person) {
    const content = moveMessage(to.name, to.phone)
    await sendMessage(tx, { ...content, mobile: person.mobile, personId: person.id }, now)
  }
  return true
}

async function moveBatch(tx: Db, officeId: string, now: Date, size: number): Promise<number> {
  const to = await officeInCharge(tx, officeId)
  if (!to || to.id === officeId) return 0
  let moved = 0
  for (const row of await heldBy(tx, officeId, size)) {
    if (await moveOne(tx, row, to, now)) moved++
  }
  return moved
}

/** Offices that are closed and still have something. */
async function leaving(db: Db): Promise<string[]> {
  const closed = await db.select({ id: offices.id }).from(offices).where(isNotNull(offices.closedAt))
  const left: string[] = []
  for (const { id } of closed) if ((await heldBy(db, id, 1)).length > 0) left.push(id)
  return left
}

/**
 * Moves what closed offices still have to their successors. Each write is a step of its own, so that a crash
 * or a second node at the same work costs nothing: the rows themselves say what is left.
 * @param writes how many writes at most; the rest is found the next time
 * @param size applications that one write moves: few, so that everybody else's writes come between
 * @returns how many applications were moved
 */
export async function moveFromClosed(
  store: Store,
  now: Date,
  writes = Number.POSITIVE_INFINITY,
  size = BATCH,
): Promise<number> {
  let moved = 0
  let left = writes
  for (const officeId of await leaving(store.read)) {
    for (; left > 0; left--) {
      const n = await store.write((tx) => moveBatch(tx, officeId, now, size))
      if (n === 0) break
      moved += n
    }
  }
  return moved
}
