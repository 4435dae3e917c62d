import { and, asc, eq, gt, gte, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm'
import { today } from '#lib/clock'
import { CollectionError } from '#lib/collection/errors'
import { keyring } from '#lib/protect/current'
import type { Key } from '#lib/review/filter'
import { isHeldBack } from '#lib/review/sample'
import { applications, offices } from '../schema.ts'
import type { Db } from '../store.ts'
import { type ApplicationRow, findApplicationInScope } from './applications.ts'
import { attentionOf, findFindings } from './findings.ts'
import { claimUnseen, NotInScope, type Reviewing, type Seen } from './review.ts'
import { approveApplication } from './review-decide.ts'
import { findLatestSubmission, type Submission } from './submissions.ts'

/** Applications on a sheet. */
const SHEET = 24
/** How many one press may approve. */
export const MOST_AT_ONCE = 50

// The words of the index's own condition, so that either engine sees that it holds all of them.
const clean = sql`${applications.lane} = 'submitted.first' and ${applications.flags} = ''`

/** Which of these offices may use the fast lane. */
export async function fastOffices(db: Db, officeIds: readonly string[]): Promise<string[]> {
  if (officeIds.length === 0) return []
  const rows = await db
    .select({ id: offices.id })
    .from(offices)
    .where(and(inArray(offices.id, [...officeIds]), eq(offices.fastLane, true)))
  return rows.map((row) => row.id)
}

/** One application of a sheet. */
export interface CleanFile {
  readonly row: ApplicationRow
  readonly submission: Submission
}

interface Sheet {
  readonly files: readonly CleanFile[]
  /** Clean too, but drawn for a full review today. */
  readonly heldBack: readonly ApplicationRow[]
  /** Where the next sheet begins. */
  readonly next: Key | undefined
}

type Asking = Pick<Reviewing, 'reviewer' | 'now'>

async function candidates(
  db: Db,
  officeIds: readonly string[],
  by: Asking,
  after: Key | undefined,
  limit: number,
) {
  const free = or(
    isNull(applications.claimUntil),
    lte(applications.claimUntil, by.now),
    eq(applications.claimHolder, by.reviewer),
  )
  const beyond =
    after &&
    or(
      gt(applications.submittedAt, after.at),
      and(eq(applications.submittedAt, after.at), gt(applications.id, after.id)),
    )
  const heads = await Promise.all(
    officeIds.map((officeId) =>
      db
        .select()
        .from(applications)
        .where(
          and(
            eq(applications.officeId, officeId),
            clean,
            after && gte(applications.submittedAt, after.at),
            beyond,
            ne(applications.personId, by.reviewer),
            free,
          ),
        )
        .orderBy(asc(applications.submittedAt), asc(applications.id))
        .limit(limit),
    ),
  )
  const order = (a: ApplicationRow, b: ApplicationRow) =>
    a.submittedAt.getTime() - b.submittedAt.getTime() || (a.id < b.id ? -1 : 1)
  return heads.flat().sort(order).slice(0, limit)
}

/** What would be asked of a reviewer now, as codes: others may have submitted the same picture since. */
async function attentionNow(db: Db, row: ApplicationRow, submission: Submission): Promise<string[]> {
  const { n, snapshot } = submission
  return attentionOf(snapshot, await findFindings(db, row, n, snapshot))
}

/**
 * A sheet of first submissions that wait at these offices and at which nothing was noticed, oldest first.
 * Resubmissions and changes are read as comparisons and have no fast lane; nor has what the day's draw holds
 * back, what a colleague holds, and one's own.
 */
export async function cleanSheet(
  db: Db,
  officeIds: readonly string[],
  by: Asking,
  after: Key | undefined,
  size = SHEET,
): Promise<Sheet> {
  const rows = await candidates(db, officeIds, by, after, size + 1)
  const page = rows.slice(0, size)
  const day = today(by.now)
  const drawn = page.filter((row) => isHeldBack(keyring(), row.id, day))
  const files = await Promise.all(
    page
      .filter((row) => !drawn.includes(row))
      .map(async (row) => {
        const submission = await findLatestSubmission(db, row.id)
        if (!submission || (await attentionNow(db, row, submission)).length > 0) return []
        return [{ row, submission }]
      }),
  )
  const last = page.at(-1)
  const next = rows.length > size && last ? { at: last.submittedAt, id: last.id } : undefined
  return { files: files.flat(), heldBack: drawn, next }
}

/** Why one of the selected was left. */
export type LaneRefusal = 'closed' | 'changed' | 'claimed' | 'own' | 'attention' | 'heldBack'

const REFUSALS: Readonly<Partial<Record<CollectionError['code'], LaneRefusal>>> = {
  claimedByOther: 'claimed',
  ownRecord: 'own',
}

/** What speaks against the fast lane in the row itself. */
async function refusalOf(tx: Db, row: ApplicationRow, seen: Seen, now: Date) {
  if ((await fastOffices(tx, [row.officeId])).length === 0) return 'closed'
  if (row.version !== seen.version || row.lane !== 'submitted.first') return 'changed'
  if (row.flags !== '') return 'attention'
  return isHeldBack(keyring(), row.id, today(now)) ? 'heldBack' : undefined
}

/**
 * Approves one of the selected: looked up again, claimed, approved and audited in one transaction. What has
 * been noticed since it was submitted takes it out of the lane for good.
 * @returns why it was left, or nothing when it is approved
 */
export async function approveInLane(tx: Db, by: Reviewing, seen: Seen): Promise<LaneRefusal | undefined> {
  const row = await findApplicationInScope(tx, by.reviewIds, seen.id)
  if (!row) return 'changed'
  const refusal = await refusalOf(tx, row, seen, by.now)
  if (refusal) return refusal
  const submission = await findLatestSubmission(tx, row.id)
  if (!submission) return 'changed'
  const codes = await attentionNow(tx, row, submission)
  if (codes.length > 0) {
    await tx
      .update(applications)
      .set({ flags: codes.join(',') })
      .where(eq(applications.id, row.id))
    return 'attention'
  }
  await approveApplication(tx, by, await claimUnseen(tx, by, seen), '', { lane: 'fast' })
  return undefined
}

/** The refusal behind an error of the verbs; nothing for what is no refusal. */
export function laneRefusalOf(error: unknown): LaneRefusal | undefined {
  if (error instanceof NotInScope) return 'changed'
  return error instanceof CollectionError ? (REFUSALS[error.code] ?? 'changed') : undefined
}
