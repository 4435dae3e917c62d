import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { type ReasonVersion, reasonTitleOf } from '#lib/collection/reason-library'
import { keyring } from '#lib/protect/current'
import { newId } from '#lib/protect/ids'
import { open, openJson, seal, sealJson } from '#lib/protect/seal'
import { comments, decisions } from '../schema.ts'
import type { Db } from '../store.ts'
import { reasonVersions } from './reasons.ts'
import { countDecision } from './statistics-count.ts'

export interface Comment {
  readonly id: string
  /** `education.ftSchool`, `qualifications.ITEM.level`. */
  readonly key: string
  readonly text: string
  readonly reply: string
}

/** One decision with what was said. */
export interface Decision {
  readonly id: string
  readonly submissionId: string
  readonly n: number
  readonly decision: 'approve' | 'return'
  readonly codes: readonly string[]
  /** The codes in words, as they read on the day of the decision. */
  readonly reasons: readonly string[]
  readonly text: string
  readonly openAll: boolean
  /** Keys of the rows that had been ticked as checked. */
  readonly ticks: readonly string[]
  readonly decidedBy: string
  readonly officeId: string
  readonly decidedAt: Date
  readonly comments: readonly Comment[]
}

/** What the text of a decision is sealed under. */
export const textContext = (id: string) => `decisions.sealed:${id}`
/** What a comment is sealed under. */
export const commentContext = (id: string) => `comments.sealed:${id}`
/** What the reply to a comment is sealed under. */
export const replyContext = (id: string) => `comments.reply:${id}`

/** A decision before it is stored: its words are looked up, its comments get their ids. */
export type NewDecision = Omit<Decision, 'comments' | 'reasons'> & {
  readonly comments: readonly Pick<Comment, 'key' | 'text'>[]
}

/** Writes a decision on a submission with its comments, and counts it. */
export async function insertDecision(tx: Db, applicationId: string, decision: NewDecision): Promise<void> {
  const ring = keyring()
  const { codes, text, ticks, comments: said, ...columns } = decision
  await tx.insert(decisions).values({
    ...columns,
    applicationId,
    codes: codes.join(','),
    ticks: ticks.join(','),
    sealed: sealJson(ring, textContext(decision.id), { text }),
  })
  for (const comment of said) {
    const id = newId()
    await tx.insert(comments).values({
      id,
      decisionId: decision.id,
      applicationId,
      key: comment.key,
      sealed: seal(ring, commentContext(id), comment.text),
    })
  }
  await countDecision(tx, applicationId, 1)
}

const codesOf = (row: typeof decisions.$inferSelect) => (row.codes === '' ? [] : row.codes.split(','))

async function withComments(
  db: Db,
  row: typeof decisions.$inferSelect,
  library: readonly ReasonVersion[],
): Promise<Decision> {
  const ring = keyring()
  const rows = await db
    .select()
    .from(comments)
    .where(eq(comments.decisionId, row.id))
    .orderBy(asc(comments.key))
  return {
    ...row,
    codes: codesOf(row),
    ticks: row.ticks === '' ? [] : row.ticks.split(','),
    reasons: codesOf(row).map((code) => reasonTitleOf(library, row, code)),
    text: openJson<{ text: string }>(ring, textContext(row.id), row.sealed).text,
    comments: rows.map((c) => ({
      id: c.id,
      key: c.key,
      text: open(ring, commentContext(c.id), c.sealed).toString('utf8'),
      reply: c.reply ? open(ring, replyContext(c.id), c.reply).toString('utf8') : '',
    })),
  }
}

/** Every decision on an application that was not undone, newest first. */
export async function listDecisions(db: Db, applicationId: string): Promise<Decision[]> {
  const rows = await db
    .select()
    .from(decisions)
    .where(and(eq(decisions.applicationId, applicationId), isNull(decisions.undoneAt)))
    .orderBy(desc(decisions.n), desc(decisions.decidedAt))
  const library = rows.some((row) => row.codes !== '')
    ? await reasonVersions(
        db,
        rows.map((row) => row.officeId),
      )
    : []
  return Promise.all(rows.map((row) => withComments(db, row, library)))
}

/** The last return of an application: what the applicant is asked to mend. */
export async function findLastReturn(db: Db, applicationId: string): Promise<Decision | undefined> {
  const [newest] = await listDecisions(db, applicationId)
  return newest?.decision === 'return' ? newest : undefined
}

/** The applicant's words on a comment. */
export async function saveReply(tx: Db, commentId: string, reply: string): Promise<void> {
  const text = reply.trim()
  await tx
    .update(comments)
    .set({ reply: text === '' ? null : seal(keyring(), replyContext(commentId), text) })
    .where(eq(comments.id, commentId))
}

/** Destroys what was said in the decisions on an application that is discarded; that they were made stays. */
export async function eraseWords(tx: Db, applicationId: string): Promise<void> {
  await tx.delete(comments).where(eq(comments.applicationId, applicationId))
  await tx
    .update(decisions)
    .set({ sealed: Buffer.alloc(0) })
    .where(eq(decisions.applicationId, applicationId))
}

/** Marks the newest decision of an application as taken back (D15). */
export async function undoDecision(tx: Db, applicationId: string, id: string, now: Date): Promise<void> {
  await countDecision(tx, applicationId, -1)
  await tx.update(decisions).set({ undoneAt: now }).where(eq(decisions.id, id))
}
