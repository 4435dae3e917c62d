import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { keyring } from '#lib/protect/current'
import { newId } from '#lib/protect/ids'
import { open, openJson, seal, sealJson } from '#lib/protect/seal'
import { comments, decisions } from '../schema.ts'
import type { Db } from '../store.ts'

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
  readonly text: string
  readonly openAll: boolean
  readonly decidedBy: string
  readonly officeId: string
  readonly decidedAt: Date
  readonly comments: readonly Comment[]
}

/** What the text of a decision is sealed under. */
export const textContext = (id: string) => `decisions.sealed:${id}`
/** What a comment is sealed under. */
export const commentContext = (id: string) => `comments.sealed:${id}`
const replyContext = (id: string) => `comments.reply:${id}`

/** Writes a decision on a submission with its comments. */
export async function insertDecision(
  tx: Db,
  applicationId: string,
  decision: Omit<Decision, 'comments'> & { readonly comments: readonly Pick<Comment, 'key' | 'text'>[] },
): Promise<void> {
  const ring = keyring()
  const { codes, text, comments: said, ...columns } = decision
  await tx.insert(decisions).values({
    ...columns,
    applicationId,
    codes: codes.join(','),
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
}

async function withComments(db: Db, row: typeof decisions.$inferSelect): Promise<Decision> {
  const ring = keyring()
  const rows = await db
    .select()
    .from(comments)
    .where(eq(comments.decisionId, row.id))
    .orderBy(asc(comments.key))
  return {
    ...row,
    codes: row.codes === '' ? [] : row.codes.split(','),
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
  return Promise.all(rows.map((row) => withComments(db, row)))
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

/** Marks a decision as taken back (D15). */
export async function undoDecision(tx: Db, id: string, now: Date): Promise<void> {
  await tx.update(decisions).set({ undoneAt: now }).where(eq(decisions.id, id))
}
