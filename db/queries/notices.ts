import { and, desc, eq } from 'drizzle-orm'
import { consents, noticeOpenings, notices } from '../schema.ts'
import type { Db } from '../store.ts'
import { recordEvent } from './events.ts'

/** The two separate consents of the notice (contract section 4). */
export const CONSENTS = ['consent', 'sensitiveConsent'] as const

/** The notice version that is to be read now. */
export async function currentNotice(db: Db): Promise<string> {
  const [row] = await db.select().from(notices).orderBy(desc(notices.publishedAt)).limit(1)
  if (!row) throw new Error('No notice version is published; the reference data is missing.')
  return row.version
}

/** The first showing to this person; a second call finds the first time (R13: reloading does not restart). */
export async function openNotice(tx: Db, personId: string, version: string, now: Date): Promise<void> {
  await tx.insert(noticeOpenings).values({ personId, version, openedAt: now }).onConflictDoNothing()
}

/** When this version was first shown to the person. */
export async function noticeOpenedAt(db: Db, personId: string, version: string): Promise<Date | undefined> {
  const [row] = await db
    .select()
    .from(noticeOpenings)
    .where(and(eq(noticeOpenings.personId, personId), eq(noticeOpenings.version, version)))
  return row?.openedAt
}

/** Whether both consents to this version are stored (R14). */
export async function hasConsented(db: Db, personId: string, version: string): Promise<boolean> {
  const rows = await db
    .select()
    .from(consents)
    .where(and(eq(consents.personId, personId), eq(consents.version, version)))
  return CONSENTS.every((kind) => rows.some((row) => row.kind === kind))
}

/** Stores both consents with the version of the text. */
export async function recordConsents(tx: Db, personId: string, version: string, now: Date): Promise<void> {
  await tx
    .insert(consents)
    .values(CONSENTS.map((kind) => ({ personId, version, kind, consentedAt: now })))
    .onConflictDoNothing()
  await recordEvent(tx, {
    at: now,
    actorId: personId,
    role: 'applicant',
    verb: 'consent',
    personId,
    facts: { version },
  })
}

/** Everything a person has consented to, oldest first. */
export const listConsents = (
  db: Db,
  personId: string,
): Promise<{ version: string; kind: string; consentedAt: Date }[]> =>
  Promise.resolve(
    db
      .select({ version: consents.version, kind: consents.kind, consentedAt: consents.consentedAt })
      .from(consents)
      .where(eq(consents.personId, personId))
      .orderBy(consents.consentedAt),
  )
