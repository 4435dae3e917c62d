import { and, desc, eq, inArray } from 'drizzle-orm'
import { today } from '#lib/clock'
import type { NoticeSection } from '#lib/notice'
import { consents, noticeOpenings, notices, queueCounts } from '../schema.ts'
import type { Db } from '../store.ts'
import { type Administrator, recordAdministration, recordEvent } from './events.ts'

/** The two separate consents of the notice (contract section 4). */
export const CONSENTS = ['consent', 'sensitiveConsent'] as const

/** A published text. */
interface Notice {
  readonly version: string
  readonly publishedAt: Date
  readonly sections: readonly NoticeSection[]
}

/** The notice version that is to be read now. */
export async function currentNotice(db: Db): Promise<string> {
  const [row] = await db
    .select({ version: notices.version })
    .from(notices)
    .orderBy(desc(notices.publishedAt), desc(notices.version))
    .limit(1)
  if (!row) throw new Error('No notice version is published; the reference data is missing.')
  return row.version
}

/** Every version with its text, the one in force first. */
export async function listNotices(db: Db): Promise<Notice[]> {
  const rows = await db.select().from(notices).orderBy(desc(notices.publishedAt), desc(notices.version))
  return rows.map(({ text, ...row }) => ({ ...row, sections: JSON.parse(text) as NoticeSection[] }))
}

/** The text of a version; nothing when it was never published. */
export async function noticeText(db: Db, version: string): Promise<readonly NoticeSection[]> {
  const [row] = await db.select({ text: notices.text }).from(notices).where(eq(notices.version, version))
  return row ? (JSON.parse(row.text) as NoticeSection[]) : []
}

/** `2026-02` after `2026-01`, `2027-01` in a new year. */
function versionAfter(last: string, year: string): string {
  const [lastYear, n] = last.split('-')
  return `${year}-${String(lastYear === year ? Number(n) + 1 : 1).padStart(2, '0')}`
}

/**
 * Publishes a text: from now on everybody reads it for its seconds before they fill or submit (R13, R14).
 * @param seen the version that was in force when the text was shown to its author
 * @returns the new version, or nothing when another was published meanwhile
 */
export async function publishNotice(
  tx: Db,
  by: Administrator,
  sections: readonly NoticeSection[],
  seen: string,
): Promise<string | undefined> {
  if ((await currentNotice(tx)) !== seen) return undefined
  const version = versionAfter(seen, today(by.now).slice(0, 4))
  await tx.insert(notices).values({ version, publishedAt: by.now, text: JSON.stringify(sections) })
  await recordAdministration(tx, by, { verb: 'publishNotice', facts: { version } })
  return version
}

/** How many people have a draft or a returned application, and will read a new version before they go on. */
export async function countReaders(db: Db): Promise<number> {
  const rows = await db
    .select({ n: queueCounts.n })
    .from(queueCounts)
    .where(inArray(queueCounts.status, ['draft', 'returned']))
  return rows.reduce((sum, { n }) => sum + n, 0)
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

/** Whether both consents to the version in force are stored: a new one asks again (R13, R14). */
export const hasConsentedNow = async (db: Db, personId: string): Promise<boolean> =>
  hasConsented(db, personId, await currentNotice(db))

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
