import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import { OTHER_REASON } from '#lib/collection/codes/reasons'
import type { ReasonInput } from '#lib/collection/reason-input'
import { newestReasons, type ReasonVersion } from '#lib/collection/reason-library'
import { newId } from '#lib/protect/ids'
import { reasons } from '../schema.ts'
import type { Db } from '../store.ts'
import { type Role, recordEvent } from './events.ts'

/** Who changes the library: the province its own (`officeId` empty), an office what it adds. */
export interface ReasonEditor {
  readonly actorId: string
  readonly role: Extract<Role, 'administrator' | 'reviewer'>
  readonly officeId: string
  readonly now: Date
}

const toVersion = (row: typeof reasons.$inferSelect): ReasonVersion => ({
  officeId: row.officeId,
  code: row.code,
  version: row.version,
  title: row.title,
  text: row.text,
  fields: row.fields === '' ? [] : row.fields.split(','),
  createdAt: row.createdAt,
  retiredAt: row.retiredAt ?? undefined,
})

/**
 * Every version of the province's reasons and of those that the offices added, oldest first: one indexed
 * query, so that a change is seen by every node at its next page.
 */
export async function reasonVersions(db: Db, officeIds: readonly string[] = []): Promise<ReasonVersion[]> {
  const rows = await db
    .select()
    .from(reasons)
    .where(inArray(reasons.officeId, ['', ...officeIds]))
    .orderBy(asc(reasons.officeId), asc(reasons.code), asc(reasons.version))
  return rows.map(toVersion)
}

async function newest(tx: Db, officeId: string, code: string): Promise<ReasonVersion | undefined> {
  const [row] = await tx
    .select()
    .from(reasons)
    .where(and(eq(reasons.officeId, officeId), eq(reasons.code, code)))
    .orderBy(desc(reasons.version))
    .limit(1)
  return row && toVersion(row)
}

const record = (tx: Db, by: ReasonEditor, verb: string, code: string, version: number) =>
  recordEvent(tx, {
    at: by.now,
    actorId: by.actorId,
    role: by.role,
    verb,
    ...(by.officeId === '' ? {} : { officeId: by.officeId }),
    facts: { code, version },
  })

async function insert(tx: Db, by: ReasonEditor, code: string, version: number, content: ReasonInput) {
  await tx.insert(reasons).values({
    id: newId(),
    officeId: by.officeId,
    code,
    version,
    title: content.title,
    text: content.text,
    fields: content.fields.join(','),
    createdAt: by.now,
  })
}

/** The next number after those in use; the free reason stands outside the count. */
async function nextCode(tx: Db, officeId: string): Promise<string> {
  const rows = await tx.select({ code: reasons.code }).from(reasons).where(eq(reasons.officeId, officeId))
  const numbers = rows.filter(({ code }) => code !== OTHER_REASON).map(({ code }) => Number(code.slice(2)))
  const code = (n: number) => `${officeId === '' ? 'RR' : 'OW'}${String(n).padStart(2, '0')}`
  const next = Math.max(0, ...numbers) + 1
  return code(next) === OTHER_REASON ? code(next + 1) : code(next)
}

/** Adds a reason under the next code. @returns the code */
export async function addReason(tx: Db, by: ReasonEditor, content: ReasonInput): Promise<string> {
  const code = await nextCode(tx, by.officeId)
  await insert(tx, by, code, 1, content)
  await record(tx, by, 'addReason', code, 1)
  return code
}

export type ReasonOutcome = 'done' | 'stale' | 'missing'

/**
 * Changes a reason as a new version: decisions made before keep theirs. A retired one is offered again.
 * @param seen the version that the form showed
 */
export async function changeReason(
  tx: Db,
  by: ReasonEditor,
  reason: { readonly code: string; readonly seen: number },
  content: ReasonInput,
): Promise<ReasonOutcome> {
  const last = await newest(tx, by.officeId, reason.code)
  if (!last) return 'missing'
  if (last.version !== reason.seen) return 'stale'
  await insert(tx, by, reason.code, last.version + 1, content)
  await record(tx, by, 'changeReason', reason.code, last.version + 1)
  return 'done'
}

/** Takes a reason out of the offer, or puts it back. The free one stays: D10 needs it. */
export async function retireReason(
  tx: Db,
  by: ReasonEditor,
  code: string,
  retired: boolean,
): Promise<ReasonOutcome> {
  const last = await newest(tx, by.officeId, code)
  if (!last || code === OTHER_REASON) return 'missing'
  if ((last.retiredAt !== undefined) === retired) return 'done'
  await tx
    .update(reasons)
    .set({ retiredAt: retired ? by.now : null })
    .where(and(eq(reasons.officeId, by.officeId), eq(reasons.code, code), eq(reasons.version, last.version)))
  await record(tx, by, retired ? 'retireReason' : 'restoreReason', code, last.version)
  return 'done'
}

/** The newest version of every reason of one owner, retired ones too. */
export const ownReasons = async (db: Db, officeId: string): Promise<ReasonVersion[]> =>
  newestReasons(await reasonVersions(db, [officeId])).filter((reason) => reason.officeId === officeId)
